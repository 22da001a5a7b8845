// Draws each chart its element describes, with datasette-dashboards' own functions.
document.querySelectorAll(".chart-drawing").forEach((place) => {
  const { slug, chart, query, base, fullHeight } = place.dataset;
  renderChart(slug, JSON.parse(chart), query, base, Boolean(fullHeight));
});
