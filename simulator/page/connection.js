/** The page's line to the simulator: changes come in as they happen, presses and words go out. */

const GONE = "The demo has stopped answering, so nothing you press or type is sent. This page keeps trying to reach it.";
const REFUSED = "That did not go through. Press or send it again.";

/** Send one act of a person; answers what the simulator said, or throws an Error with words to show. */
export async function post(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
  } catch {
    throw new Error(GONE);
  }
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.error ?? REFUSED);
  return said;
}

/** Listen for changes for as long as the page is open; `show` gets every state, `lost` the words of an outage or null. */
export function listen(show, lost) {
  let source;
  let again;
  const open = () => {
    clearTimeout(again);
    source = new EventSource("/phones/changes");
    source.addEventListener("open", () => lost(null));
    source.addEventListener("phones", (event) => show(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      lost(GONE);
      source.close();
      clearTimeout(again);
      again = setTimeout(open, 1000);
    });
  };
  open();
  window.addEventListener("pagehide", () => { clearTimeout(again); source.close(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) open(); });
}
