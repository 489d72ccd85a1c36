// A button that copies how to cite the event, where the browser can copy.

const citation = document.getElementById("citation");

if (citation && navigator.clipboard) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-sm btn-outline-secondary no-print";
  button.textContent = "Copy";
  const answer = document.createElement("span");
  answer.className = "small soft";
  answer.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(citation.textContent.trim());
    answer.textContent = " Copied.";
  });
  citation.after(button, answer);
}
