// Draws each chart its element describes, with datasette-dashboards' own functions, and a table of the same numbers.
(() => {
  // Expressions are interpreted and no style is written into the page: the content security policy allows neither
  // eval nor inline styles. The styles of tooltips are ours (charts.css).
  const OPTIONS = {
    actions: false,
    ast: true,
    defaultStyle: false,
    renderer: "svg",
    tooltip: { disableDefaultStyle: true },
    formatLocale: { decimal: ",", thousands: "\u202f", grouping: [3], currency: ["", " €"] },
  };
  const draw = window.vegaEmbed;
  const numbers = new Intl.NumberFormat("fr-FR");

  function cell(kind, value) {
    const made = document.createElement(kind);
    made.textContent = typeof value === "number" && Math.abs(value) >= 10000 ? numbers.format(value) : (value ?? "");
    if (typeof value === "number") made.className = "number";
    return made;
  }

  function fill(place, rows) {
    const table = place.closest(".chart").querySelector(".chart-table");
    if (!table || !rows.length) return;
    const columns = Object.keys(rows[0]).filter((name) => !["couleur", "rang", "numero"].includes(name));
    const heading = table.createTHead().insertRow();
    columns.forEach((name) => {
      const title = cell("th", name.replaceAll("_", " "));
      title.scope = "col";
      heading.append(title);
    });
    const body = table.createTBody();
    rows.forEach((row) => body.insertRow().append(...columns.map((name) => cell("td", row[name]))));
  }

  // On a telephone names take two fifths of the width at most, and a legend stands below the chart, a line an entry.
  const NARROW = 420;
  function fit(spec, width) {
    const { y, color } = spec.encoding ?? {};
    if (width >= NARROW) return;
    if (y?.axis) y.axis.labelLimit = Math.round(width * 0.42);
    if (color?.legend) Object.assign(color.legend, { columns: 1, orient: "bottom", labelLimit: width - 40 });
  }

  window.vegaEmbed = (place, spec) => {
    fit(spec, place.clientWidth);
    const own = spec.usermeta?.data ?? []; // what a drawing of nodes and links makes of the rows
    if (Array.isArray(spec.data)) spec.data = [...spec.data, ...own];
    fill(place, Array.isArray(spec.data) ? spec.data[0].values : spec.data.values);
    return draw(place, spec, OPTIONS);
  };

  document.querySelectorAll(".chart-drawing").forEach((place) => {
    const { slug, chart, query, base, fullHeight } = place.dataset;
    renderChart(slug, JSON.parse(chart), query, base, Boolean(fullHeight));
  });
})();
