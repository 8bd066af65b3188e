/*
 * What helps while taking part, and is not needed: read a statement aloud, large letters, copy and print a code,
 * and no second press of a button. The buttons are hidden in the page and shown here, each where it can work.
 *
 * The markup it looks for: `[data-tools]` around `[data-reader]` and `[data-letters]`, the words to read in
 * `[data-read-aloud]`; `[data-copy="<words>"]` and `[data-print]`; `form[data-once]`.
 */
import "./taking_part.css";

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

function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));
}

function offerReading(button: HTMLElement, words: HTMLElement): void {
  if (!("speechSynthesis" in window)) return;
  const language = (words.closest<HTMLElement>("[lang]")?.lang ?? "nl").toLowerCase();
  const show = (): void => {
    button.hidden = voiceFor(language) === undefined;
  };
  button.addEventListener("click", () => {
    const spoken = new SpeechSynthesisUtterance(words.textContent.trim());
    spoken.lang = language;
    spoken.voice = voiceFor(language) ?? null;
    speechSynthesis.cancel();
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

const words = document.querySelector<HTMLElement>("[data-read-aloud]");
const reader = document.querySelector<HTMLElement>("[data-reader]");
if (words && reader) offerReading(reader, words);
