// The chat page: every person is a phone. Data only ever becomes text nodes and attributes, never markup.
"use strict";

const MOST_PHONES = 4; // each holds a connection open, and a browser opens six to one place
const FIRST_PEOPLE = [["Bu Siti", "siti"], ["Pak Budi", "budi"], ["Ani", "ani"]];
const SERVICE = { group_chat_created: "Grup dibuat", migrate_to_chat_id: "Grup menjadi supergrup" };
const $ = (id) => document.getElementById(id);
const phones = new Map();
let bot = null;

function el(tag, props = {}, ...children) {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

async function call(path, body) {
  const json = body && !(body instanceof FormData);
  const options = body && {
    method: "POST", body: json ? JSON.stringify(body) : body, headers: json ? { "Content-Type": "application/json" } : {},
  };
  const response = await fetch(path, options || {});
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error || response.statusText);
  return answer;
}

const clock = (seconds) => new Date(seconds * 1000).toLocaleTimeString("id", { hour: "2-digit", minute: "2-digit" });
const preview = (message) => message.text || message.caption || (message.photo ? "🖼 Foto" : message.voice ? "🎤 Pesan suara" : message.video_note ? "🎥 Pesan video"
  : message.document ? `📄 ${message.document.file_name || "Berkas"}` : message.location ? "📍 Lokasi" : message.contact ? "👤 Kontak" : "Pesan");

class Phone {
  constructor(person) {
    this.person = person;
    this.messages = new Map();
    this.items = new Map();
    this.files = [];
    this.build();
    this.listen();
  }

  build() {
    const name = [this.person.first_name, this.person.last_name].filter(Boolean).join(" ");
    this.status = el("small", { textContent: "bot" });
    this.chat = el("div", { className: "chat" });
    this.list = el("div", { className: "list", hidden: true });
    this.strip = el("div", { className: "strip", hidden: true });
    this.board = el("div", { className: "board", hidden: true });
    this.input = el("textarea", { rows: 1, placeholder: "Pesan", ariaLabel: `Pesan dari ${name}` });
    this.boardButton = this.round("⌨", "Papan tombol", () => { this.board.hidden = !this.board.hidden; });
    const owner = el("div", { className: "owner" }, el("span", {}, `${name} `,
      el("small", { textContent: this.person.username ? `@${this.person.username}` : "" })),
      el("button", { type: "button", textContent: "×", title: "Sembunyikan", ariaLabel: `Sembunyikan ${name}`, onclick: () => toggle(this.person) }));
    const head = el("div", { className: "head" }, el("div", { className: "face", textContent: bot.first_name[0] }),
      el("div", {}, el("b", { textContent: bot.first_name }), this.status));
    const compose = el("div", { className: "compose" }, this.round("+", "Lampirkan", () => this.showAttach()),
      this.input, this.round("/", "Perintah", () => this.showCommands()), this.boardButton,
      Object.assign(this.round("➤", "Kirim", () => this.send()), { className: "round send" }));
    this.node = el("section", { className: "phone" }, owner, head, this.chat,
      el("div", { className: "foot" }, this.list, this.strip, compose, this.board));
    this.atEnd = true;
    this.chat.addEventListener("scroll", () => {
      this.atEnd = this.chat.scrollHeight - this.chat.scrollTop - this.chat.clientHeight < 60;
    });
    new ResizeObserver(() => this.stick()).observe(this.chat);
    this.node.addEventListener("pointerdown", () => select(this.person.id), true);
    this.input.addEventListener("input", () => this.grow());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    });
    this.input.addEventListener("paste", (event) => {
      if (event.clipboardData.files.length) { event.preventDefault(); this.attach([...event.clipboardData.files]); }
    });
  }

  round(text, title, onclick) {
    return el("button", { type: "button", className: "round", textContent: text, title, ariaLabel: title, onclick });
  }

  url(what) { return `/people/${this.person.id}/${what}?bot=${bot.id}`; }

  async try(work) {
    try { return await work(); } catch (error) { this.toast(error.message); return null; }
  }

  // What comes from the other side

  listen() {
    this.source = new EventSource(this.url("events"));
    this.source.onopen = () => this.messages.clear();
    this.source.onmessage = (event) => this.update(JSON.parse(event.data));
  }

  update(view) {
    for (const message of view.messages) this.messages.set(message.message_id, message);
    for (const id of view.deleted) this.messages.delete(id);
    this.render();
    this.status.textContent = view.action ? "mengetik…" : "bot";
    this.status.classList.toggle("busy", Boolean(view.action));
    clearTimeout(this.actionEnds);
    if (view.action) this.actionEnds = setTimeout(() => { this.status.textContent = "bot"; }, 5000);
    this.showBoard(view.keyboard);
    const last = view.messages.at(-1);
    if (last && last.from.id === this.person.id) this.atEnd = true;
    this.stick();
    if (last && last.from.is_bot && !this.node.classList.contains("on")) mark(this.person.id);
  }

  // Stay at the end when one was there, also when the keyboard below opens.
  stick() { if (this.atEnd) this.chat.scrollTop = this.chat.scrollHeight; }

  render() {
    const groups = [];
    for (const message of [...this.messages.values()].sort((a, b) => a.message_id - b.message_id)) {
      const last = groups.at(-1);
      if (message.media_group_id && last && last[0].media_group_id === message.media_group_id) last.push(message);
      else groups.push([message]);
    }
    const nodes = [];
    let before = null;
    for (const group of groups) {
      const key = group[0].message_id, mine = group[0].from.id === this.person.id;
      const mark = group.map((message) => message.seq).join() + (before !== mine);
      const known = this.items.get(key);
      const node = known && known.mark === mark ? known.node : this.item(group, mine, before !== mine);
      this.items.set(key, { mark, node });
      nodes.push(node);
      before = mine;
    }
    if (!groups.length) nodes.push(this.startCard());
    nodes.forEach((node, place) => {
      if (this.chat.children[place] !== node) this.chat.insertBefore(node, this.chat.children[place] || null);
    });
    while (this.chat.children.length > nodes.length) this.chat.lastChild.remove();
  }

  startCard() {
    return el("div", { className: "start" }, bot.description ? el("p", { textContent: bot.description }) : null,
      el("button", { type: "button", textContent: "MULAI", onclick: () => this.say("/start") }));
  }

  item(group, mine, turn) {
    const message = group.find((each) => each.text || each.caption) || group[0];
    const service = Object.keys(SERVICE).find((kind) => kind in message);
    if (service) return el("div", { className: "service", textContent: SERVICE[service] });
    const keys = (message.reply_markup || group.at(-1).reply_markup || {}).inline_keyboard;
    const bubble = el("div", { className: "bubble" });
    const node = el("div", { className: `item${mine ? " mine" : ""}${turn ? " turn" : ""}${keys || message.photo ? " wide" : ""}` }, bubble);
    node.dataset.id = message.message_id;
    if (message.forward_origin) {
      const sender = message.forward_origin.sender_user || {};
      bubble.append(el("div", { className: "from", textContent: `Diteruskan dari ${sender.first_name || "…"}` }));
    }
    if (message.reply_to_message) bubble.append(this.quote(message.reply_to_message));
    this.fill(bubble, group);
    const words = message.text ?? message.caption;
    const meta = el("span", { className: "meta", textContent:
      `${message.edit_date ? "diedit " : ""}${clock(message.date)}${mine ? " ✓✓" : ""}` });
    const text = el("div", { className: "text" });
    if (words) text.append(this.rich(words, message.entities || message.caption_entities || []));
    bubble.append(text);
    text.append(meta);
    bubble.append(this.round("↩", "Balas", () => this.replyTo(message)));
    bubble.lastChild.className = "reply";
    bubble.ondblclick = () => this.replyTo(message);
    this.swipe(bubble, message);
    if (keys) node.append(this.keyboard(keys, (button, shown) => this.tap(message.message_id, button, shown)));
    return node;
  }

  fill(bubble, group) {
    const photos = group.filter((message) => message.photo);
    if (photos.length) {
      bubble.append(el("div", { className: `photos${photos.length > 1 ? " many" : ""}` }, ...photos.map((message) => {
        const size = message.photo.find((each) => each.width >= 500) || message.photo.at(-1);
        const image = el("img", { src: `/files/${size.file_id}`, alt: "Foto", width: size.width, height: size.height });
        image.style.height = photos.length > 1 ? "" : "auto";
        image.onclick = () => this.zoom(message.photo.at(-1));
        return image;
      })));
    }
    for (const message of group) {
      if (message.document) {
        bubble.append(el("a", { className: "file", href: `/files/${message.document.file_id}`, download: message.document.file_name || "berkas" },
          el("i", { textContent: "↓" }), el("span", {}, message.document.file_name || "Berkas",
            el("small", { textContent: `${Math.ceil(message.document.file_size / 1024)} kB` }))));
      }
      if (message.voice) bubble.append(el("audio", { controls: true, preload: "none", src: `/files/${message.voice.file_id}` }));
      if (message.video_note) bubble.append(el("video", { controls: true, preload: "none", src: `/files/${message.video_note.file_id}` }));
      if (message.video) bubble.append(el("video", { controls: true, preload: "none", src: `/files/${message.video.file_id}` }));
      if (message.location) bubble.append(el("div", { textContent: `📍 ${message.location.latitude}, ${message.location.longitude}` }));
      if (message.contact) bubble.append(el("div", { textContent: `👤 ${message.contact.first_name} · ${message.contact.phone_number}` }));
    }
  }

  quote(message) {
    const author = message.from.id === this.person.id ? "Anda" : message.from.first_name;
    return el("button", { type: "button", className: "quote", onclick: () => {
      const target = this.chat.querySelector(`[data-id="${message.message_id}"]`);
      if (target) target.scrollIntoView({ block: "center", behavior: "smooth" });
    } }, el("b", { textContent: author }), preview(message));
  }

  // Text with entities; their offsets are UTF-16 units, as JavaScript's own.
  rich(text, entities, from = 0, to = text.length) {
    const part = document.createDocumentFragment();
    let at = from;
    entities = entities.filter((each) => each.offset < to && each.offset + each.length > from);
    while (entities.length) {
      const [first, ...rest] = entities;
      const start = Math.max(first.offset, at), end = Math.min(first.offset + first.length, to);
      part.append(text.slice(at, start));
      const inner = rest.filter((each) => each.offset < end);
      const node = this.entity(first, text.slice(start, end));
      node.append(this.rich(text, inner, start, end));
      part.append(node);
      at = end;
      entities = rest.filter((each) => each.offset >= end);
    }
    part.append(text.slice(at, to));
    return part;
  }

  entity(entity, text) {
    const tags = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
      blockquote: "blockquote", expandable_blockquote: "blockquote" };
    if (tags[entity.type]) return el(tags[entity.type]);
    if (entity.type === "spoiler") return el("span", { className: "spoiler", onclick: (event) => event.currentTarget.classList.add("seen") });
    if (entity.type === "bot_command") return el("a", { href: "#", className: "command", onclick: (event) => { event.preventDefault(); this.say(text); } });
    if (entity.type === "url" || entity.type === "text_link") return this.link(entity.url || text);
    if (entity.type === "email") return el("a", { href: `mailto:${text}` });
    return el("span", { className: ["mention", "hashtag", "phone_number"].includes(entity.type) ? "command" : "" });
  }

  link(address) {
    const url = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
    if (!/^https?:\/\//i.test(url)) return el("span");
    return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick: (event) => {
      if (this.follow(url)) event.preventDefault();
    } });
  }

  // A share link of this bot starts it from this phone.
  follow(url) {
    let address = null;
    try { address = new URL(url); } catch { return false; }
    if (address.hostname !== "t.me" || address.pathname.slice(1).toLowerCase() !== bot.username.toLowerCase()) return false;
    const start = address.searchParams.get("start");
    this.say(start ? `/start ${start}` : "/start");
    return true;
  }

  // What the person does

  async say(text) { return this.try(() => call(this.url("messages"), { text })); }

  async send() {
    const text = this.input.value.trim(), files = this.files, reply = this.reply;
    if (!text && !files.length) return;
    this.clear();
    await this.try(async () => {
      if (!files.length) return call(this.url("messages"), { text, ...(reply && { reply_to: reply.message_id }) });
      const photos = files.filter((file) => file.type.startsWith("image/"));
      const batches = photos.length ? [photos.slice(0, 10)] : [];
      for (const file of files) if (!photos.includes(file)) batches.push([file]);
      let caption = text;
      for (const batch of batches) {
        const form = new FormData();
        const kind = /^(image|audio|video)/.exec(batch[0].type);
        const field = { image: "photo", audio: "voice", video: "video" }[kind && kind[1]] || "document";
        for (const file of batch) form.append(field, file, file.name);
        if (caption) form.append("caption", caption);
        if (reply) form.append("reply_to", reply.message_id);
        caption = "";
        await call(this.url("messages"), form);
      }
      return null;
    });
  }

  clear() {
    this.input.value = "";
    this.files = [];
    this.reply = null;
    this.list.hidden = true;
    this.grow();
    this.showStrip();
  }

  grow() {
    this.input.style.height = "37px";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 110)}px`;
  }

  async tap(messageId, button, shown) {
    if (button.url) { if (!this.follow(button.url)) window.open(button.url, "_blank", "noopener"); return; }
    if (button.copy_text) { navigator.clipboard?.writeText(button.copy_text.text); this.toast("Disalin"); return; }
    shown.classList.add("busy");
    const pressed = button.callback_data === undefined ? { label: button.text } : { data: button.callback_data };
    const done = await this.try(() => call(this.url("taps"), { message_id: messageId, ...pressed }));
    shown.classList.remove("busy");
    const answer = done && done.answer;
    if (answer && answer.text) (answer.show_alert ? this.alert(answer.text) : this.toast(answer.text));
    if (answer && answer.url) this.follow(answer.url);
  }

  keyboard(rows, press) {
    return el("div", { className: "keys" }, ...rows.map((row) => el("div", {}, ...row.map((button) => {
      const shown = el("button", { type: "button", textContent: button.url ? `${button.text} ↗` : button.text, className: button.style || "" });
      shown.onclick = () => press(button, shown);
      return shown;
    }))));
  }

  showBoard(keyboard) {
    const text = JSON.stringify(keyboard);
    this.boardButton.hidden = !keyboard;
    if (this.shownBoard === text) return;
    this.shownBoard = text;
    this.board.hidden = !keyboard;
    this.board.replaceChildren();
    this.input.placeholder = (keyboard && keyboard.input_field_placeholder) || "Pesan";
    if (keyboard) this.board.append(this.keyboard(keyboard.keyboard, (button, shown) => this.tap(keyboard.message_id, button, shown)));
  }

  showList(kind, entries) {
    const again = this.listed === kind && !this.list.hidden;
    this.listed = kind;
    this.list.replaceChildren(...entries.map(([label, hint, act]) => el("button", { type: "button", onclick: () => {
      this.list.hidden = true;
      act();
    } }, label, el("small", { textContent: hint }))));
    this.list.hidden = again || !entries.length;
  }

  showCommands() {
    this.showList("commands", bot.commands.map((each) => [`/${each.command}`, each.description, () => this.say(`/${each.command}`)]));
    if (!bot.commands.length) this.toast("Bot ini belum punya daftar perintah");
  }

  showAttach() {
    this.showList("attach", [
      ["🖼 Foto", "satu sampai sepuluh", () => this.pick("image/*")],
      ["📄 Berkas", "", () => this.pick("")],
      ["🎤 Pesan suara", "rekam, atau pilih berkas suara", () => this.record()],
      ["📍 Lokasi saya", "", () => this.try(() => call(this.url("messages"), { location: { latitude: -6.2, longitude: 106.816667 } }))],
      ["👤 Kontak saya", "", () => this.try(() => call(this.url("messages"), { contact: true }))],
    ]);
  }

  pick(accept) {
    const input = el("input", { type: "file", accept, multiple: true, onchange: () => this.attach([...input.files]) });
    input.click();
  }

  attach(files) {
    this.files = [...this.files, ...files].slice(0, 10);
    this.showStrip();
    this.input.focus();
  }

  async record() {
    let stream = null;
    try { stream = await navigator.mediaDevices.getUserMedia({ audio: true }); } catch { this.pick("audio/*"); return; }
    const recorder = new MediaRecorder(stream), parts = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    recorder.onstop = () => {
      stream.getTracks().forEach((track) => track.stop());
      this.attach([new File(parts, "suara.ogg", { type: "audio/ogg" })]);
    };
    recorder.start();
    this.alert("🎤 Merekam…", "Selesai", () => recorder.stop());
  }

  replyTo(message) {
    this.reply = message;
    this.showStrip();
    this.input.focus();
  }

  showStrip() {
    const cancel = this.round("×", "Batal", () => { this.reply = null; this.files = []; this.showStrip(); });
    const shown = this.files.map((file) => (file.type.startsWith("image/")
      ? el("img", { src: URL.createObjectURL(file), alt: file.name, onload: (event) => URL.revokeObjectURL(event.target.src) })
      : el("span", { textContent: `📄 ${file.name}` })));
    this.strip.hidden = !this.reply && !shown.length;
    this.strip.replaceChildren(...(this.reply ? [this.quote(this.reply)] : []), ...shown, cancel);
  }

  swipe(bubble, message) {
    let start = null;
    bubble.addEventListener("touchstart", (event) => { start = event.touches[0]; }, { passive: true });
    bubble.addEventListener("touchend", (event) => {
      const end = event.changedTouches[0];
      if (start && start.clientX - end.clientX > 60 && Math.abs(start.clientY - end.clientY) < 40) this.replyTo(message);
    }, { passive: true });
  }

  // What covers the chat for a while

  toast(text) {
    this.node.querySelector(".toast")?.remove();
    const toast = el("div", { className: "toast", role: "status", textContent: text });
    toast.style.bottom = `${this.node.clientHeight - this.chat.offsetTop - this.chat.offsetHeight + 12}px`;
    this.node.append(toast);
    setTimeout(() => toast.remove(), 3500);
  }

  alert(text, label = "Oke", done = () => {}) {
    const cover = el("div", { className: "alert", role: "alertdialog" }, el("div", {}, text,
      el("button", { type: "button", textContent: label, onclick: () => { cover.remove(); done(); } })));
    this.node.append(cover);
  }

  zoom(size) {
    const cover = el("div", { className: "alert photo", onclick: () => cover.remove() }, el("img", { src: `/files/${size.file_id}`, alt: "Foto" }));
    this.node.append(cover);
  }

  close() {
    this.source.close();
    this.node.remove();
  }
}

// All phones together

let people = [];
const news = new Set();

function remember() { localStorage.setItem("phones", JSON.stringify([...phones.keys()])); }

function select(id) {
  news.delete(id);
  for (const [each, phone] of phones) phone.node.classList.toggle("on", each === id);
  tabs();
}

function mark(id) { news.add(id); tabs(); }

function selected() { return [...phones.values()].find((phone) => phone.node.classList.contains("on")); }

function toggle(person) {
  const shown = phones.get(person.id);
  if (shown) {
    shown.close();
    phones.delete(person.id);
  } else {
    if (phones.size >= MOST_PHONES) toggle(phones.values().next().value.person);
    phones.set(person.id, new Phone(person));
    $("phones").append(phones.get(person.id).node);
  }
  if (!selected() && phones.size) select(phones.keys().next().value);
  remember();
  tabs();
}

function tabs() {
  const narrow = matchMedia("(max-width: 760px)").matches;
  $("tabs").replaceChildren(...people.map((person) => {
    const phone = phones.get(person.id);
    const on = phone && (!narrow || phone.node.classList.contains("on"));
    return el("button", { type: "button", textContent: person.first_name,
      className: `${on ? "on" : ""}${phone && news.has(person.id) && narrow ? " news" : ""}`,
      onclick: () => { if (!phone) toggle(person); select(person.id); phones.get(person.id).node.scrollIntoView({ inline: "nearest" }); } });
  }));
}

async function addPerson(details) {
  const person = await call("/people", { language_code: "id", ...details });
  people.push(person);
  toggle(person);
  select(person.id);
}

async function showShortcuts() {
  const shortcuts = await call("/shortcuts");
  $("shortcuts").hidden = !shortcuts.length;
  $("shortcuts").replaceChildren(...shortcuts.map(({ label, text }) => el("button", { type: "button", textContent: label,
    title: text, onclick: () => selected()?.say(text) })));
}

async function refreshBots() {
  const bots = await call("/bots");
  const same = bot && bots.find((each) => each.id === bot.id);
  if (same) Object.assign(bot, same);
  $("bots").hidden = bots.length < 2;
  if ($("bots").options.length !== bots.length) {
    $("bots").replaceChildren(...bots.map((each) => el("option", { value: each.id, textContent: `${each.first_name} (@${each.username})` })));
  }
  if (bot) $("bots").value = bot.id;
  return bots;
}

async function start(chosen) {
  bot = chosen;
  $("notice").hidden = true;
  people = await call("/people");
  const known = new Set(JSON.parse(localStorage.getItem("phones") || "[]"));
  if (!people.length) for (const [name, username] of FIRST_PEOPLE) people.push(await call("/people", { first_name: name, username, language_code: "id" }));
  const shown = people.filter((person) => known.has(person.id));
  for (const person of (shown.length ? shown : people).slice(0, shown.length ? MOST_PHONES : 3)) toggle(person);
}

function restart(chosen) {
  for (const phone of phones.values()) phone.close();
  phones.clear();
  return start(chosen);
}

async function main() {
  $("add").onclick = () => { $("newcomer").querySelector("form").reset(); $("newcomer").showModal(); };
  $("newcomer").onclose = () => {
    const form = new FormData($("newcomer").querySelector("form"));
    if ($("newcomer").returnValue === "ok") addPerson(Object.fromEntries(form)).catch((error) => selected()?.toast(error.message));
    $("newcomer").returnValue = "";
  };
  $("bots").onchange = async () => restart((await refreshBots()).find((each) => String(each.id) === $("bots").value));
  matchMedia("(max-width: 760px)").onchange = tabs;
  await showShortcuts();
  const wanted = new URLSearchParams(location.search).get("bot");
  const look = async () => {
    const bots = await refreshBots().catch(() => []);
    const first = bots.find((each) => String(each.id) === wanted) || bots[0];
    if (!bot && first) await start(first);
    setTimeout(look, bot ? 5000 : 700);
  };
  await look();
}

main();
