/* The one script of the pages: live refresh, countdowns, counters, and the chat.
   Every page works without it. */
"use strict";

/* ------------------------------------------------------------ live refresh */

/* An officer who went away is not kept signed in by the page they left open. */
const awayAfter = location.pathname.startsWith("/console") ? 20 * 60 * 1000 : Infinity;
let lastSign = performance.now();
for (const sign of ["pointerdown", "keydown", "scroll"]) {
  document.addEventListener(sign, () => { lastSign = performance.now(); }, { passive: true });
}
const isAway = () => performance.now() - lastSign > awayAfter;

/* An element with data-refresh="20" is fetched anew every 20 seconds. */
function refresh(element) {
  const seconds = Number(element.dataset.refresh);
  setTimeout(async () => {
    if (!document.hidden && !isAway() && !element.contains(document.activeElement)) {
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        if (answer.ok && !answer.redirected) {
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          const fresh = page.getElementById(element.id);
          if (fresh && fresh.innerHTML !== element.innerHTML) {
            const open = [...element.querySelectorAll("details")].map((each) => each.open);
            fresh.querySelectorAll("details").forEach((each, i) => { each.open = open[i]; });
            element.replaceWith(fresh);
            element = fresh;
            wake(fresh);
          }
        }
      } catch { /* Offline: what is shown stays, the next round tries again. */ }
    }
    if (element.isConnected && element.dataset.refresh) refresh(element);
  }, seconds * 1000);
}

/* <span data-seconds="30"> counts down to nought. */
function countDown(element) {
  const end = performance.now() + Number(element.dataset.seconds) * 1000;
  const tick = setInterval(() => {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    element.textContent = String(left);
    if (left === 0 || !element.isConnected) clearInterval(tick);
  }, 250);
}

/* <output data-counts="field"> shows how many characters a field holds. */
function count(output) {
  const field = document.getElementById(output.dataset.counts);
  const show = () => { output.textContent = String([...field.value].length); };
  field.addEventListener("input", show);
  show();
}

function wake(root) {
  root.querySelectorAll("[data-seconds]").forEach(countDown);
  root.querySelectorAll("[data-counts]").forEach(count);
}

/* -------------------------------------------------------------------- chat */

function uuid() {
  /* crypto.randomUUID is missing on plain http. */
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/* For how long words are tried each time: longer than the service ever takes for them.
   On a line that hangs they would hold up all that is written after them. */
const wordsMs = 30000;

/* How often a picture is tried, and for how long each time: a little longer than the
   service itself waits for it. */
const photoTries = 3;
const photoMs = 140000;
/* The town answers within 25 s, news or none. */
const listenMs = 60000;

/* A picture is made no larger than is needed to see what it shows: somebody pays for
   each byte, and everybody waits while it is written down. */
const photoSide = 2048;
const photoQuality = 0.85;

/* As it is shown, and small; as it was chosen where that is smaller still, or where this
   browser cannot do it. */
async function small(file) {
  try {
    /* Asked for outright: who does not know to turn a picture as it is to be shown
       throws, and lays none on its side. */
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, photoSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const paper = canvas.getContext("2d");
    const fill = (colour) => {
      paper.fillStyle = colour;
      paper.fillRect(0, 0, canvas.width, canvas.height);
    };
    /* Some browsers show nobody what was drawn, and would send noise. */
    fill("rgb(17 51 85)");
    const [red, green, blue] = paper.getImageData(0, 0, 1, 1).data;
    if (red !== 17 || green !== 51 || blue !== 85) return file;
    /* A JPEG is nowhere transparent, and black where nobody says otherwise. */
    fill("white");
    paper.imageSmoothingQuality = "high";
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const made = await new Promise((done) => {
      canvas.toBlob(done, "image/jpeg", photoQuality);
    });
    return made && made.size < file.size ? made : file;
  } catch {
    return file;
  }
}

const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

function chat(main) {
  const log = main.querySelector(".log");
  const form = document.getElementById("say");
  const field = document.getElementById("text");
  const status = main.querySelector(".status");
  const memory = "ecotown-said";
  const fine = matchMedia("(pointer: fine)");
  let after = Number(main.dataset.after);
  let sending = Promise.resolve();
  let sendingPhotos = Promise.resolve();

  const tell = (text, wrong = false) => {
    status.textContent = text;
    status.classList.toggle("wrong", wrong);
  };
  const bottom = () => { log.lastElementChild?.scrollIntoView({ block: "end" }); };

  /* Where the focus goes on from here. A phone would raise its keyboard over the next
     buttons if the field took it: there it goes to `place`, and Tab or a swipe leads
     on from that. */
  const goOn = (place) => {
    if (fine.matches) { field.focus(); return; }
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };

  /* The reader's own words stay in this tab and nowhere else. */
  const recall = () => {
    try { return JSON.parse(sessionStorage.getItem(memory)) || []; } catch { return []; }
  };
  const keep = (said) => {
    try { sessionStorage.setItem(memory, JSON.stringify(said.slice(-50))); } catch { /* full, or forbidden */ }
  };

  function bubble(text) {
    const line = document.createElement("p");
    line.className = "said mine";
    const who = document.createElement("span");
    who.className = "hidden-visually";
    who.textContent = `${main.dataset.mine}: `;
    line.append(who, text);
    return line;
  }

  function restore() {
    if (log.querySelector(".mine")) return;
    const turns = [...log.querySelectorAll("[data-seq]")];
    if (!turns.length) { keep([]); return; }
    for (const said of recall()) {
      const next = turns.find((each) => Number(each.dataset.seq) > said.after);
      log.insertBefore(bubble(said.text), next || null);
    }
  }

  const asJson = { "Content-Type": "application/json" };

  /* Fetched and read within `ms`, or given up: a line may hang and say nothing. */
  async function within(ms, where, options, read) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), ms);
    try {
      return await read(await fetch(where, { ...options, signal: stop.signal }));
    } finally {
      clearTimeout(timer);
    }
  }

  /* Whether it was taken; false: it was refused, and the page says why; null: it did
     not get there, however often (`tries`) it was tried, for `ms` each time. */
  async function post(where, headers, body, ms, tries = Infinity) {
    for (let wait = 1500; ; wait = Math.min(wait * 2, 20000)) {
      try {
        const sent = { method: "POST", headers, body };
        const { answer, problem } = await within(ms, where, sent, async (answer) => ({
          answer,
          problem: (await answer.json().catch(() => ({}))).error || "",
        }));
        if (answer.status === 202) { tell(main.dataset.waiting); return true; }
        tell(problem, true);
        if (![408, 429].includes(answer.status) && answer.status < 500) return false;
        wait = Math.max(wait, 1000 * Number(answer.headers.get("Retry-After") || 0));
      } catch {
        tell(main.dataset.offline, true);
      }
      tries -= 1;
      if (tries <= 0) return null;
      await pause(wait);
    }
  }

  function send(body, shown, line) {
    /* One at a time, so that nothing overtakes. */
    sending = sending.then(async () => {
      const said = JSON.stringify(body);
      const taken = await post("/chat/messages", asJson, said, wordsMs);
      if (!line) return;
      if (taken) keep([...recall(), { after: body.after, text: shown }]);
      else offerAgain(line, () => send(body, shown, line));
    });
  }

  /* Under the same id: should it have arrived all the same, it is not taken twice. */
  function offerAgain(line, resend) {
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = main.dataset.unsent;
    again.addEventListener("click", () => {
      goOn(line);
      again.remove();
      line.classList.remove("unsent");
      resend();
    });
    line.classList.add("unsent");
    line.append(again);
    bottom();
  }

  function say(content, shown) {
    let line = null;
    if (shown) {
      line = bubble(shown);
      log.append(line);
      bottom();
    }
    send({ id: uuid(), after, ...content }, shown, line);
  }

  /* A picture goes under one id however often it is tried, and no words wait for it:
     they may be of danger. Another may be chosen once it is there, is refused or has
     not got there. */
  function sendPhoto(input, line, photo) {
    input.disabled = true;
    tell(main.dataset.photoGoes);
    sendingPhotos = sendingPhotos.then(async () => {
      const where = `${main.dataset.photos}?${new URLSearchParams({ id: photo.id })}`;
      const content = await photo.content;
      const headers = {
        "Content-Type": content.type || "application/octet-stream",
        // Which response it belongs to is not for the logs of whoever passes it on.
        [main.dataset.photoFor]: photo.question,
      };
      const taken = await post(where, headers, content, photoMs, photoTries);
      if (taken) {
        keep([...recall(), { after: photo.after, text: main.dataset.photoSaid }]);
      } else if (taken === null) {
        tell(main.dataset.photoUnsent, true);
        offerAgain(line, () => sendPhoto(input, line, photo));
      } else {
        line.remove();
      }
      input.value = "";
      input.disabled = false;
    });
  }

  log.addEventListener("change", (event) => {
    const input = event.target;
    if (!("photo" in input.dataset) || !input.files.length) return;
    const [file] = input.files;
    const large = file.size > Number(main.dataset.mostBytes);
    if (large || (file.type && !file.type.startsWith("image/"))) {
      tell(large ? main.dataset.photoLarge : main.dataset.photoNone, true);
      input.value = "";
      return;
    }
    const line = bubble(main.dataset.photoSaid);
    log.append(line);
    bottom();
    const question = input.dataset.photo;
    sendPhoto(input, line, { id: uuid(), after, question, content: small(file) });
  });
  const offerPhotos = (root) => {
    root.querySelectorAll(".photo[hidden]").forEach((each) => { each.hidden = false; });
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (button && button.name === "data") {
      say({ data: button.value }, button.textContent.trim());
      goOn(button);
      return;
    }
    if (field.value.trim()) {
      say({ text: field.value }, field.value.trim());
      field.value = "";
    }
    field.focus();
  });

  function show(each) {
    const turn = document.createElement("div");
    turn.dataset.seq = each.seq;
    turn.innerHTML = each.html;
    log.querySelector(".welcome")?.remove();
    offerPhotos(turn);
    log.append(turn);
    if (turn.querySelector(".choices")) {
      const old = [...log.querySelectorAll(".choices")].filter((e) => !turn.contains(e));
      if (old.some((each) => each.contains(document.activeElement))) goOn(turn);
      old.forEach((each) => each.remove());
    }
  }

  async function listen() {
    for (let wait = 1000; ; ) {
      if (document.hidden) {
        await new Promise((seen) => {
          document.addEventListener("visibilitychange", seen, { once: true });
        });
        continue;
      }
      try {
        const where = `/chat/messages?after=${after}`;
        const news = await within(listenMs, where, {}, async (answer) => {
          if (!answer.ok) throw new Error(String(answer.status));
          return answer.json();
        });
        after = news.after;
        if (news.messages.length) {
          news.messages.forEach(show);
          tell("");
          bottom();
        } else if (status.textContent === main.dataset.offline) {
          tell("");
        }
        wait = 1000;
        if (news.again_ms) await pause(news.again_ms);
      } catch {
        tell(main.dataset.offline, true);
        await pause(wait);
        wait = Math.min(wait * 2, 30000);
      }
    }
  }

  restore();
  offerPhotos(log);
  bottom();
  if (!log.querySelector("[data-seq]") || "code" in main.dataset) {
    /* The greeting, or the survey of a link, comes by itself; asked for twice, the
       greeting would end in the menu. */
    log.querySelector("[name=start]")?.parentElement.remove();
    if ("code" in main.dataset) history.replaceState(null, "", location.pathname);
    say({ text: main.dataset.start }, "");
  }
  listen();
}

document.querySelectorAll("[data-refresh]").forEach(refresh);
wake(document);
document.querySelectorAll("[data-chat]").forEach(chat);
