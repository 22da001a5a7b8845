// The map is drawn by datasette-cluster-map, whose controls speak English: give them their French names.
new MutationObserver(() => {
  const names = { ".leaflet-control-zoom-in": "Agrandir", ".leaflet-control-zoom-out": "Réduire" };
  for (const [selector, name] of Object.entries(names)) {
    const control = document.querySelector(selector);
    if (control && control.title !== name) {
      control.title = name;
      control.setAttribute("aria-label", name);
    }
  }
}).observe(document.body, { childList: true, subtree: true });
