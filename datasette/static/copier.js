// Copies the text of the element a button names in data-copy, and says so.
document.querySelectorAll("button[data-copy]").forEach((button) => {
  const source = document.getElementById(button.dataset.copy);
  const status = button.parentNode.querySelector("[role=status]");

  function selectAndCopy() {
    const range = document.createRange();
    range.selectNodeContents(source);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand("copy");
  }

  button.addEventListener("click", async () => {
    let done = true;
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
    } catch {
      done = selectAndCopy(); // no clipboard without https
    }
    status.textContent = done ? button.dataset.done : "Sélectionnez le texte et copiez-le.";
  });
});
