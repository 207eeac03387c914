/** A small menu that opens above the typing box: the commands, or what else can be sent. */

let open = null;

function close(focusBack) {
  if (!open) return;
  const { list, opener } = open;
  open = null;
  list.remove();
  opener.setAttribute("aria-expanded", "false");
  if (focusBack) opener.focus();
}

function move(list, step) {
  const lines = [...list.querySelectorAll("button")];
  const at = lines.indexOf(document.activeElement);
  const to = step === "first" ? 0 : step === "last" ? lines.length - 1 : (at + step + lines.length) % lines.length;
  for (const line of lines) line.tabIndex = line === lines[to] ? 0 : -1;
  lines[to]?.focus();
}

const keys = { ArrowDown: 1, ArrowUp: -1, Home: "first", End: "last" };

/** Open or close a menu; `lines` are {icon, words, detail, choose}. */
export function toggleMenu(opener, label, lines) {
  const again = open?.opener === opener;
  close(false);
  if (again || !lines.length) return;
  const list = document.createElement("div");
  list.className = "menu";
  list.setAttribute("role", "menu");
  list.setAttribute("aria-label", label);
  for (const { icon, words, detail, choose } of lines) {
    const line = document.createElement("button");
    line.type = "button";
    line.setAttribute("role", "menuitem");
    line.tabIndex = -1;
    const text = document.createElement("span");
    const strong = document.createElement("b");
    strong.textContent = words;
    text.append(strong);
    if (detail) {
      const small = document.createElement("small");
      small.textContent = detail;
      small.dir = "auto";
      text.append(small);
    }
    if (icon) line.append(icon);
    line.append(text);
    line.addEventListener("click", () => { close(true); choose(); });
    list.append(line);
  }
  list.addEventListener("keydown", (event) => {
    if (event.key in keys) { event.preventDefault(); move(list, keys[event.key]); }
    if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); close(true); }
    if (event.key === "Tab") close(true);
  });
  opener.closest(".composer").append(list);
  opener.setAttribute("aria-expanded", "true");
  open = { list, opener };
  move(list, "first");
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.list.contains(event.target) && !open.opener.contains(event.target)) close(false);
});
