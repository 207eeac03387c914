/** The eyes of a stranger at the page: they see the newest card of a phone, and wait for another. */

window.eyes = (() => {
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

  /** The next card that is not `before`, and is more than the one button of a lock screen. */
  function next(key, before, neutral, patience) {
    const fits = () => {
      const seen = look(key);
      const open = seen.labels.length === 1 && neutral.includes(seen.labels[0]);
      const same = seen.card === before.card && seen.words === before.words && seen.labels.join("\n") === before.labels.join("\n");
      return seen.labels.length && !open && !same ? seen : null;
    };
    return new Promise((resolve, reject) => {
      const seen = fits();
      if (seen) return resolve(seen);
      const end = (answer, value) => { watch.disconnect(); clearTimeout(late); answer(value); };
      const watch = new MutationObserver(() => { const found = fits(); if (found) end(resolve, found); });
      const late = setTimeout(() => end(reject, new Error(`${key}: nothing new came after ${JSON.stringify(before)}`)), patience);
      watch.observe(phoneOf(key), { subtree: true, childList: true, characterData: true });
    });
  }

  /** The middle of what is to be pressed, once it is in sight and nothing lies over it. */
  function aim(node) {
    node.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const box = node.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const there = document.elementFromPoint(x, y);
    return { x, y, over: node.contains(there) ? null : (there?.outerHTML ?? "the edge of the page") };
  }

  return {
    look,
    next,
    button: (key, card, at) => aim(phoneOf(key).querySelectorAll(`[data-message="${card}"] .press`)[at]),
    box: (key) => aim(phoneOf(key).querySelector("textarea")),
  };
})();
