/*
 * Makes the picture of a landscape lively: pointing at a group in the list lights it up in the picture, and the
 * other way round. Without this script the picture and the list say exactly the same.
 *
 * The markup it looks for: a `[data-landscape]` around both; in the picture and in the list, elements with
 * `data-group="<id>"`.
 */

const LIT = "is-lit";
const DIMMED = "is-dimmed";

function groupOf(target: EventTarget | null): string | null {
  const part = target instanceof Element ? target.closest<HTMLElement | SVGElement>("[data-group]") : null;
  return part?.dataset.group ?? null;
}

function light(landscape: Element, group: string | null): void {
  for (const part of landscape.querySelectorAll<HTMLElement | SVGElement>("[data-group]")) {
    part.classList.toggle(LIT, group !== null && part.dataset.group === group);
    part.classList.toggle(DIMMED, group !== null && part.dataset.group !== group);
  }
}

function enliven(landscape: Element): void {
  const follow = (event: Event): void => {
    light(landscape, groupOf(event.target));
  };
  const settle = (): void => {
    light(landscape, groupOf(document.activeElement));
  };
  landscape.addEventListener("pointerover", follow);
  landscape.addEventListener("pointerleave", settle);
  landscape.addEventListener("focusin", follow);
  landscape.addEventListener("focusout", settle);
}

function enlivenAll(): void {
  for (const landscape of document.querySelectorAll("[data-landscape]")) enliven(landscape);
}

enlivenAll();
document.addEventListener("meervoud:moved", enlivenAll); // another picture stands in its place
