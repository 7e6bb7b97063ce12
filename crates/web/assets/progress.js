// Progress: asks how far the work has come and moves the bar; loads the page again when it is done.

for (const box of document.querySelectorAll("[data-progress]")) {
  const bar = box.querySelector("progress");
  const label = box.querySelector("[data-label]");
  const count = box.querySelector("[data-count]");

  const show = ({ done, total, label: text }) => {
    if (total > 0) {
      bar.max = total;
      bar.value = done;
      count.textContent = `${done} / ${total}`;
    }
    if (text) label.textContent = text;
  };

  const ask = async () => {
    try {
      const answer = await fetch(box.dataset.progress, { cache: "no-store", headers: { accept: "application/json" } });
      if (answer.status === 200) return location.reload();
      if (answer.status === 202 || answer.status === 503) show(await answer.json());
    } catch {
      // The server may be starting: ask again.
    }
    setTimeout(ask, 1000);
  };

  setTimeout(ask, 1000);
}
