/*
 * What helps while taking part, and is not needed: read a statement aloud, large letters, copy and print a code,
 * and no second press of a button. The buttons are hidden in the page and shown here, each where it can work.
 *
 * The markup it looks for: `[data-tools]` around `[data-reads="<id>"]`, which reads what is in the element with that
 * id, and `[data-letters]`; `[data-copy="<words>"]` and `[data-print]`; `form[data-once]`.
 */
import "./taking_part.css";
import "./answers.css";

const LARGE = "has-large-letters";
const KEPT = "meervoud-large-letters";

/** Storage can be closed off; then the choice holds for this page. */
function keep(large: boolean): void {
  try {
    if (large) localStorage.setItem(KEPT, "1");
    else localStorage.removeItem(KEPT);
  } catch {
    return;
  }
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEPT) === "1";
  } catch {
    return false;
  }
}

function setLetters(large: boolean): void {
  document.documentElement.classList.toggle(LARGE, large);
  for (const button of document.querySelectorAll("[data-letters]")) button.setAttribute("aria-pressed", String(large));
}

function offerLetters(button: HTMLElement): void {
  button.addEventListener("click", () => {
    const large = !document.documentElement.classList.contains(LARGE);
    keep(large);
    setLetters(large);
  });
}

/** A voice of the device itself where there is one: with another, the words go out over the internet. */
function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices().filter((voice) => voice.lang.toLowerCase().startsWith(language));
  return voices.find((voice) => voice.localService) ?? voices[0];
}

/** Each part apart, so that the voice pauses between them. */
function wordsIn(source: Element): string {
  const parts = [...source.querySelectorAll("h1, h2, dt, dd, p")];
  return (parts.length > 0 ? parts : [source]).map((part) => part.textContent.trim()).join("\n");
}

function offerReading(button: HTMLElement): void {
  const source = document.getElementById(button.dataset.reads ?? "");
  if (!("speechSynthesis" in window) || !source) return;
  const language = (source.closest<HTMLElement>("[lang]")?.lang ?? "nl").toLowerCase();
  const show = (): void => {
    button.hidden = voiceFor(language) === undefined;
  };
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel(); // a second press is enough of it
      return;
    }
    const spoken = new SpeechSynthesisUtterance(wordsIn(source));
    spoken.lang = language;
    spoken.voice = voiceFor(language) ?? null;
    speechSynthesis.speak(spoken);
  });
  speechSynthesis.addEventListener("voiceschanged", show);
  show();
}

function offerCopy(button: HTMLElement): void {
  if (!("clipboard" in navigator)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(button.dataset.copy ?? "").then(() => {
      button.textContent = button.dataset.copied ?? button.textContent;
    });
  });
}

function offerPrint(button: HTMLElement): void {
  button.hidden = false;
  button.addEventListener("click", () => {
    window.print();
  });
}

/** The server takes a form that comes twice as one; this only keeps a second press from waiting for nothing. */
function sendOnce(form: HTMLFormElement): void {
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  window.addEventListener("pageshow", () => {
    isSent = false;
  });
}

setLetters(kept());
for (const tools of document.querySelectorAll<HTMLElement>("[data-tools]")) tools.hidden = false;
for (const button of document.querySelectorAll<HTMLElement>("[data-letters]")) offerLetters(button);
for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) offerCopy(button);
for (const button of document.querySelectorAll<HTMLElement>("[data-print]")) offerPrint(button);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-once]")) sendOnce(form);
for (const button of document.querySelectorAll<HTMLElement>("[data-reads]")) offerReading(button);
