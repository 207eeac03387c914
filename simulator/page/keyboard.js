/** The keys of the page: Ctrl and a number jumps to a phone, arrows move between the buttons of a message. */

function moveInMessage(event) {
  const press = event.target.closest(".press");
  if (!press) return false;
  const rows = [...press.closest(".keyboard").children].map((row) => [...row.children]);
  const row = rows.findIndex((buttons) => buttons.includes(press));
  const column = rows[row].indexOf(press);
  const onwards = press.closest(".phone").dir === "rtl" ? -1 : 1;
  const to = {
    ArrowDown: rows[row + 1]?.[Math.min(column, rows[row + 1].length - 1)],
    ArrowUp: rows[row - 1]?.[Math.min(column, rows[row - 1].length - 1)],
    ArrowRight: rows[row][column + onwards],
    ArrowLeft: rows[row][column - onwards],
  }[event.key];
  if (!to) return false;
  to.focus();
  return true;
}

/** Fold the list of keys away when somebody turns to something else. */
function foldKeys(event) {
  const keys = document.querySelector(".keys[open]");
  if (keys && !keys.contains(event.target)) keys.open = false;
}

/** Start listening to the keys that belong to the whole page. */
export function listenToKeys(phones, tabs) {
  document.addEventListener("pointerdown", foldKeys);
  document.addEventListener("focusin", foldKeys);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && !event.altKey && !event.metaKey && /^[1-9]$/.test(event.key)) {
      const phone = [...phones.values()][Number(event.key) - 1];
      if (!phone) return;
      event.preventDefault();
      tabs.choose(phone.key);
      phone.jump();
      return;
    }
    if (event.key.startsWith("Arrow") && moveInMessage(event)) event.preventDefault();
    if (event.key === "Escape" && event.target.closest?.("details[open]")) {
      const keys = event.target.closest("details");
      keys.open = false;
      keys.querySelector("summary").focus();
    }
    if (event.key === "Escape" && event.target.closest?.(".scroller")) {
      event.target.closest(".phone").querySelector("textarea:not([hidden])")?.focus();
    }
  });
}
