// The map is drawn by datasette-cluster-map, whose controls speak English or say nothing: give them French names.
new MutationObserver(() => {
  const names = { ".leaflet-control-zoom-in": "Agrandir", ".leaflet-control-zoom-out": "Réduire" };
  for (const [selector, name] of Object.entries(names)) {
    const control = document.querySelector(selector);
    if (control && control.title !== name) {
      control.title = name;
      control.setAttribute("aria-label", name);
    }
  }
  document.querySelectorAll("img.leaflet-marker-icon:not([role])").forEach((marker) => {
    marker.setAttribute("role", "button");
    marker.alt = "Un partenaire : ouvrir sa bulle";
  });
  document.querySelectorAll(".marker-cluster:not([role])").forEach((cluster) => {
    cluster.setAttribute("role", "button");
    cluster.setAttribute("aria-label", `${cluster.textContent.trim()} partenaires proches : agrandir`);
  });
}).observe(document.body, { childList: true, subtree: true });
