/*
 * Lets a page go along with what moves: it listens to a stream, and when that says so fetches the same page and puts
 * its new content in place of the old. Where somebody was stays: focus, what was unfolded, and the place on screen.
 * Whoever does not want this ticks "niet vanzelf bijwerken". Without this script there is a link that does the same.
 *
 * The markup it looks for: `[data-moving]` with the address of the stream, and `data-newest`, the number of what is
 * shown; in it a `[data-moving-off]` and a `[data-moving-now]`; outside it a `[data-moving-said]` that is read aloud.
 */

interface Moved {
  newest: number;
  within: number;
}

const OFF = "meervoud-moving-off";
const AREA = "[data-moving]";

function area(): HTMLElement | null {
  return document.querySelector<HTMLElement>(AREA);
}

function isOff(): boolean {
  return sessionStorage.getItem(OFF) === "1";
}

function say(words: string | undefined): void {
  const place = document.querySelector("[data-moving-said]");
  if (place) place.textContent = words ?? "";
}

/** The same element on the new page: the one of its kind that says and does the same, wherever it stands now. */
function sameIn(fresh: Element, element: Element): HTMLElement | null {
  if (element.id) return fresh.querySelector<HTMLElement>(`#${CSS.escape(element.id)}`);
  const alike = [...fresh.querySelectorAll<HTMLElement>(element.tagName)];
  const same = alike.filter((one) => one.textContent === element.textContent);
  const href = element.getAttribute("href");
  return same.find((one) => one.getAttribute("href") === href) ?? same[0] ?? null;
}

/** The heading that the reader is at: the last one that is above the middle of the screen. */
function headingHere(top: Element): HTMLElement | null {
  const headings = [...top.querySelectorAll<HTMLElement>("h1, h2[id]")];
  return headings.filter((one) => one.getBoundingClientRect().top < window.innerHeight / 2).pop() ?? null;
}

function replaceKeepingPlace(old: HTMLElement, fresh: HTMLElement): void {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const unfolded = [...old.querySelectorAll("details")].map((one) => one.open);
  const heading = window.scrollY > 0 ? headingHere(old) : null;
  const wasAt = heading?.getBoundingClientRect().top ?? 0;

  old.replaceWith(fresh);
  fresh.querySelectorAll("details").forEach((one, place) => (one.open = unfolded[place] ?? false));
  prepare(fresh);
  if (focused) sameIn(fresh, focused)?.focus({ preventScroll: true });
  const now = heading && sameIn(fresh, heading);
  if (now) window.scrollBy({ top: now.getBoundingClientRect().top - wasAt, behavior: "instant" });
  document.dispatchEvent(new Event("meervoud:moved"));
}

async function refresh(): Promise<void> {
  const old = area();
  if (!old) return;
  const response = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector<HTMLElement>(AREA);
  if (response.redirected || !fresh) {
    location.assign(response.url);
    return;
  }
  if (fresh.dataset.newest === old.dataset.newest) return;
  replaceKeepingPlace(old, document.importNode(fresh, true));
  say(fresh.dataset.words);
}

function prepare(moving: HTMLElement): void {
  const off = moving.querySelector<HTMLInputElement>("[data-moving-off]");
  if (off) {
    off.checked = isOff();
    off.closest("label")?.removeAttribute("hidden");
    off.addEventListener("change", () => {
      sessionStorage.setItem(OFF, off.checked ? "1" : "");
      if (!off.checked) void refresh();
    });
  }
  moving.querySelector("[data-moving-now]")?.addEventListener("click", (event) => {
    event.preventDefault();
    void refresh();
  });
}

function listen(address: string, newest: string): void {
  const stream = new EventSource(`${address}?na=${newest}`);
  stream.addEventListener("moved", (event: MessageEvent<string>) => {
    const { newest, within } = JSON.parse(event.data) as Moved;
    if (area()?.dataset.newest === String(newest)) return;
    if (isOff()) say(area()?.dataset.wordsNewer);
    else setTimeout(() => void refresh(), Math.random() * within);
  });
}

const moving = area();
if (moving?.dataset.moving) {
  prepare(moving);
  listen(moving.dataset.moving, moving.dataset.newest ?? "0");
}
