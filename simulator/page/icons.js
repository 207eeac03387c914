/** The small drawings of the page, made as SVG nodes so that no markup is ever parsed. */

const SVG = "http://www.w3.org/2000/svg";

const strokes = {
  lock: ["M7 11V8a5 5 0 0 1 10 0v3", "M6 11h12v9H6z"],
  clip: ["M20 11.500 12.300 19.200a5 5 0 0 1-7.100-7.100l8.200-8.200a3.300 3.300 0 0 1 4.700 4.700l-8.100 8.100a1.700 1.700 0 0 1-2.400-2.400l7.300-7.300"],
  send: ["M4 12 20 4.500 15 20l-3.500-6.500z", "M11.500 13.500 20 4.500"],
  down: ["M6 9.500l6 6 6-6"],
  file: ["M7 3h7l4 4v14H7z", "M14 3v4h4"],
  photo: ["M4 6h16v13H4z", "M4 16l4.500-4.500 4 4 2.500-2.500 5 5", "M15.500 9.500h.01"],
  voice: ["M12 4a2.500 2.500 0 0 1 2.500 2.500v5a2.500 2.500 0 0 1-5 0v-5A2.500 2.500 0 0 1 12 4z", "M6.500 11.500a5.500 5.500 0 0 0 11 0", "M12 17v3.500"],
  video: ["M4 7h11v10H4z", "M15 11l5-3v8l-5-3"],
  music: ["M9 17.500V6l10-2v11.500", "M9 17.500a2.500 2.500 0 1 1-2.500-2.500H9", "M19 15.500a2.500 2.500 0 1 1-2.500-2.500H19"],
  sticker: ["M5 5h14v9l-5 5H5z", "M14 19v-5h5", "M9 9.500h.01", "M14 9.500h.01", "M8.500 13c1 1.200 2.500 1.500 4 1"],
  place: ["M12 21c4.500-5 6.500-8 6.500-11a6.500 6.500 0 0 0-13 0c0 3 2 6 6.500 11z", "M12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"],
  person: ["M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z", "M4.500 20.500a7.500 7.500 0 0 1 15 0"],
  poll: ["M5 20V10", "M12 20V4", "M19 20v-7"],
  dice: ["M5 5h14v14H5z", "M9 9h.01", "M15 15h.01", "M12 12h.01"],
  forward: ["M13 6l6 6-6 6", "M19 12H9a5 5 0 0 0-5 5v1"],
  mute: ["M18 16H5c1.500-1.500 2-3 2-6a5 5 0 0 1 9.300-2.500", "M17 11c0 2 .3 3.500 1.500 5", "M10.500 19.500a1.800 1.800 0 0 0 3 0", "M4 4l16 16"],
  stop: ["M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z", "M5.700 5.700l12.600 12.600"],
  out: ["M8 16 16 8", "M9 8h7v7"],
  edit: ["M4 20l1-4L16 5l3 3L8 19z"],
  bin: ["M5 7h14", "M9 7V4h6v3", "M7 7l1 13h8l1-13"],
};

const kinds = {
  photo: "photo", album: "photo", voice: "voice", video: "video", video_note: "video", animation: "video",
  audio: "music", sticker: "sticker", document: "file", location: "place", venue: "place", contact: "person",
  poll: "poll", dice: "dice", forward: "forward", block: "stop", unblock: "stop", edit: "edit", delete: "bin",
};

/** Draw one small picture; it says nothing to a screen reader, the words beside it do. */
export function draw(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  for (const line of strokes[name] ?? strokes.file) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", line);
    svg.append(path);
  }
  return svg;
}

/** Draw the picture that stands for a kind of message, such as a voice note. */
export function drawKind(kind) {
  return draw(kinds[kind] ?? "file");
}
