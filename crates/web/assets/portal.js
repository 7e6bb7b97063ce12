// Public pages: the focus of an error summary, print, close, and reading aloud.

// Browsers that know autofocus have done it by now.
requestAnimationFrame(() => {
  if (document.activeElement === document.body) document.querySelector(".errs, .refuse")?.focus();
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A script may close only windows that a script opened; elsewhere the link leads to the list.
for (const link of document.querySelectorAll("[data-close]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    close();
    setTimeout(() => location.assign(link.href), 100);
  });
}

/* Reading aloud: the bar appears only when the browser has a voice for the page's language. One
   utterance a sentence, since long ones break off; the paragraph being read is marked. */

const synth = window.speechSynthesis;
const offer = document.querySelector("template[data-aloud]");
const text = document.querySelector("[data-read]");
const language = document.documentElement.lang.split("-")[0];

const voices = () =>
  synth
    .getVoices()
    .filter((voice) => voice.lang.toLowerCase().startsWith(language))
    .sort((a, b) => b.localService - a.localService);

const spoken = (sentence) => sentence.replace(/〔(\d+)〕/g, "$1年").replace(/[·|]/g, "，");

function sentences() {
  const blocks = [...text.querySelectorAll("h1, h2, h3, p, li, caption, th, td")];
  return blocks
    .filter((block) => !block.closest(".noprint, .vh") && !block.querySelector("p, li"))
    .flatMap((block) =>
      (block.textContent.match(/[^。！？；.!?;]+(?:[。！？；]+|[.!?;]+(?=\s|$)|[.!?;]|$)/g) ?? [])
        .map((part) => ({ block, part: part.trim() }))
        .filter(({ part }) => part),
    );
}

function greet(bar) {
  const hour = new Date().getHours();
  const part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  const greeting = bar.querySelector("[data-morning]");
  greeting.textContent = greeting.dataset[part];
}

/* A browser that keeps nothing forgets the choice of voice, and that is all. */

function remembered() {
  try {
    return Number(localStorage.getItem("voice")) || 0;
  } catch {
    return 0;
  }
}

function remember(voice) {
  try {
    localStorage.setItem("voice", voice);
  } catch {
    // Nothing to do.
  }
}

function read() {
  const bar = offer.content.firstElementChild.cloneNode(true);
  offer.after(bar);
  greet(bar);
  const [play, stop, other] = ["play", "stop", "voice"].map((name) => bar.querySelector(`[data-${name}]`));
  const words = { play: play.textContent, pause: play.dataset.pause };
  let queue = [];
  let at = 0;
  let run = 0;
  let chosen = remembered();
  other.hidden = voices().length < 2;

  const mark = (block) => {
    text.querySelector(".said")?.classList.remove("said");
    block?.classList.add("said");
  };

  const halt = () => {
    run += 1;
    synth.cancel();
    play.textContent = words.play;
  };

  const finish = () => {
    halt();
    at = 0;
    mark(null);
    stop.disabled = true;
  };

  const speak = () => {
    if (at >= queue.length) return finish();
    const mine = run;
    const { block, part } = queue[at];
    const utterance = new SpeechSynthesisUtterance(spoken(part));
    const available = voices();
    utterance.voice = available[chosen % available.length] ?? null;
    utterance.lang = document.documentElement.lang;
    utterance.onend = () => {
      if (mine !== run) return;
      at += 1;
      speak();
    };
    utterance.onerror = () => mine === run && finish();
    mark(block);
    block.scrollIntoView({ block: "nearest" });
    synth.speak(utterance);
  };

  const start = () => {
    if (!at) queue = sentences();
    play.textContent = words.pause;
    stop.disabled = false;
    speak();
  };

  const speaking = () => play.textContent === words.pause;
  play.addEventListener("click", () => (speaking() ? halt() : start()));
  stop.addEventListener("click", finish);
  other.addEventListener("click", () => {
    chosen = (chosen + 1) % voices().length;
    remember(chosen);
    if (!speaking()) return;
    halt();
    start();
  });
  addEventListener("pagehide", finish);
}

if (synth && offer && text) {
  const ready = () => voices().length > 0 && (read(), true);
  if (!ready()) {
    const late = () => ready() && synth.removeEventListener("voiceschanged", late);
    synth.addEventListener("voiceschanged", late);
  }
}
