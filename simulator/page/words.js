/** The page's own words, by the language of the phone; a language not listed here reads English. */

const english = {
  demo: "Demo: nobody is reading this.",
  lock: "Lock screen",
  lockEmpty: "Nothing yet",
  bot: "bot",
  group: "group",
  unread: "Unread",
  edited: "edited",
  forwarded: "Forwarded message",
  silent: "sent without sound",
  protectedWords: "cannot be forwarded or saved",
  placeholder: "Message",
  changing: "Changing your last message. Esc leaves it as it was.",
  send: "Send",
  commands: "Commands",
  attach: "Send something else",
  newest: "Go to the newest message",
  start: "Start",
  unblock: "Unblock the bot",
  pressAs: "Press as",
  hidden: "Hidden words. Press to show them.",
  download: "Download",
  ok: "OK",
  quiet: "No messages yet.",
  messages: (name) => `Messages on the phone of ${name}`,
  write: (name) => `Write as ${name}`,
  buttons: "Buttons",
  editedSays: "Edited",
};

const arabic = {
  ...english,
  demo: "عرض تجريبي: لا أحد يقرأ هذا.",
  lock: "شاشة القفل",
  lockEmpty: "لا شيء بعد",
  bot: "بوت",
  group: "مجموعة",
  unread: "غير مقروءة",
  edited: "معدّلة",
  forwarded: "رسالة محوّلة",
  silent: "أُرسلت بلا صوت",
  protectedWords: "لا يمكن تحويلها أو حفظها",
  placeholder: "رسالة",
  changing: "تغيير رسالتك الأخيرة. Esc يتركها كما كانت.",
  send: "إرسال",
  commands: "الأوامر",
  attach: "إرسال شيء آخر",
  newest: "إلى أحدث رسالة",
  start: "ابدأ",
  unblock: "إلغاء حظر البوت",
  pressAs: "الضغط باسم",
  hidden: "كلمات مخفية. اضغط لإظهارها.",
  download: "تنزيل",
  ok: "حسنًا",
  quiet: "لا رسائل بعد.",
  messages: (name) => `الرسائل على هاتف ${name}`,
  write: (name) => `الكتابة باسم ${name}`,
  buttons: "الأزرار",
  editedSays: "عُدّلت",
};

const welsh = {
  ...english,
  demo: "Demo: does neb yn darllen hyn.",
  lock: "Sgrin glo",
  lockEmpty: "Dim byd eto",
  bot: "bot",
  group: "grŵp",
  unread: "Heb eu darllen",
  edited: "golygwyd",
  forwarded: "Neges a anfonwyd ymlaen",
  silent: "anfonwyd heb sain",
  protectedWords: "ni ellir ei hanfon ymlaen na'i chadw",
  placeholder: "Neges",
  changing: "Newid eich neges ddiwethaf. Mae Esc yn ei gadael fel yr oedd.",
  send: "Anfon",
  commands: "Gorchmynion",
  attach: "Anfon rhywbeth arall",
  newest: "Mynd i'r neges ddiweddaraf",
  start: "Dechrau",
  unblock: "Dadflocio'r bot",
  pressAs: "Pwyso fel",
  hidden: "Geiriau cudd. Pwyswch i'w dangos.",
  download: "Lawrlwytho",
  ok: "Iawn",
  quiet: "Dim negeseuon eto.",
  messages: (name) => `Negeseuon ar ffôn ${name}`,
  write: (name) => `Ysgrifennu fel ${name}`,
  buttons: "Botymau",
  editedSays: "Golygwyd",
};

const languages = { en: english, ar: arabic, cy: welsh };

/** The words of a phone's own frame, in the phone's language where we have them. */
export function wordsIn(language) {
  return languages[(language ?? "en").split("-")[0]] ?? english;
}

/** What the paper-clip menu offers: the kind the simulator knows, and the words shown. */
export const attachments = [
  ["photo", "Photo"], ["album", "Album of photos"], ["voice", "Voice note"], ["video", "Video"],
  ["video_note", "Round video"], ["animation", "Moving picture"], ["audio", "Music"], ["sticker", "Sticker"],
  ["document", "Document"], ["location", "Location"], ["contact", "Somebody's phone number"], ["poll", "Poll"],
  ["dice", "Dice"], ["forward", "Forwarded message"],
];

/** What the paper-clip menu offers besides: acts on what was sent before, and on the bot. */
export const otherActs = { edit: "Change my last message", delete: "Delete my last message", block: "Block the bot" };

/** A kind of message in words, for its bubble. */
export const kindWords = {
  ...Object.fromEntries(attachments), venue: "Place", story: "Story", game: "Game", unknown: "Something else",
};
