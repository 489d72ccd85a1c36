// The whole of the passage that the address names is marked; without this module its beginning is.

function show() {
  const named = /^#p(\d+)$/.exec(location.hash)?.[1];
  for (const mark of document.querySelectorAll("mark[data-p]")) {
    mark.classList.toggle("here", named !== undefined && mark.dataset.p.split(" ").includes(named));
  }
}

window.addEventListener("hashchange", show);
show();
