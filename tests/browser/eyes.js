/** The eyes of a stranger at the page: they see the newest card of a phone, and wait for another. */

window.eyes = (() => {
  let aimed = null;
  let hit = false;

  // The page may move between aim and press; a press that misses presses nothing, and is told.
  window.addEventListener("click", (event) => {
    hit = aimed !== null && aimed.contains(event.target);
    if (aimed && !hit) { event.stopImmediatePropagation(); event.preventDefault(); }
    aimed = null;
  }, { capture: true });

  const phoneOf = (key) => document.getElementById(`phone-${key}`);
  const wordsOf = (node) => node?.textContent ?? "";

  /** The newest message that can be pressed: its number, and what stands on it and on its buttons. */
  function look(key) {
    const buttons = phoneOf(key).querySelectorAll(".theirs .press");
    const card = buttons.length ? buttons[buttons.length - 1].closest(".theirs") : null;
    if (!card) return { card: "", words: "", labels: [], drawn: "" };
    return {
      card: card.dataset.message,
      words: wordsOf(card.querySelector(".words")),
      labels: [...card.querySelectorAll(".press-words")].map(wordsOf),
      drawn: card.outerHTML,
    };
  }

  /** The next card that is not `before`, is more than the one button of a lock screen, and has one of the buttons that are wanted. */
  function next(key, before, neutral, wanted, patience) {
    const fits = () => {
      const seen = look(key);
      const open = seen.labels.length === 1 && neutral.includes(seen.labels[0]);
      const same = seen.card === before.card && seen.words === before.words && seen.labels.join("\n") === before.labels.join("\n");
      const offered = !wanted.length || seen.labels.some((label) => wanted.includes(label));
      return seen.labels.length && !open && !same && offered ? seen : null;
    };
    return new Promise((resolve, reject) => {
      const seen = fits();
      if (seen) return resolve(seen);
      const end = (answer, value) => { watch.disconnect(); clearTimeout(late); answer(value); };
      const watch = new MutationObserver(() => { const found = fits(); if (found) end(resolve, found); });
      const late = setTimeout(() => end(reject, new Error(`${key}: no ${wanted}; there is ${JSON.stringify(look(key))}`)), patience);
      watch.observe(phoneOf(key), { subtree: true, childList: true, characterData: true });
    });
  }

  /** The middle of what is to be pressed, once it is in sight and nothing lies over it. */
  function aim(node) {
    node.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const box = node.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    aimed = node;
    const there = document.elementFromPoint(x, y);
    return { x, y, over: node.contains(there) ? null : (there?.outerHTML ?? "the edge of the page") };
  }

  return {
    look,
    next,
    hit: () => { const was = hit; hit = false; return was; },
    button: (key, card, at) => aim(phoneOf(key).querySelectorAll(`[data-message="${card}"] .press`)[at]),
    box: (key) => aim(phoneOf(key).querySelector("textarea")),
  };
})();
