"use strict";
// Reads the page only when its user presses the button, and speaks to this machine alone.

const $ = (id) => document.getElementById(id);
const MOST = 8 * 1024 * 1024;

/** What was pasted: the address on this machine and the key, or null when it is none of ours. */
function taken(pasted) {
  try {
    const url = new URL(pasted.trim());
    const ours = url.protocol === "http:" && url.hostname === "127.0.0.1";
    const key = url.hash.slice(1);
    return ours && key ? { address: `${url.origin}${url.pathname}`, key } : null;
  } catch {
    return null;
  }
}

/** Says it to everybody, those who listen too. Text only: what a page is called is not trusted. */
function say(lines, { wrong = false, link = "" } = {}) {
  const parts = [];
  const [first, ...rest] = lines;
  const head = document.createElement("p");
  head.textContent = first;
  head.className = wrong ? "wrong" : "";
  parts.push(head);
  if (rest.length) {
    const list = document.createElement("ul");
    for (const line of rest) {
      const item = document.createElement("li");
      item.textContent = line;
      list.append(item);
    }
    parts.push(list);
  }
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link;
    anchor.target = "_blank";
    anchor.textContent = "See it in Afterword";
    parts.push(anchor);
  }
  $("says").replaceChildren(...parts);
}

function ask() {
  $("hand").hidden = true;
  $("other").hidden = true;
  $("setup").hidden = false;
  $("key").focus();
}

async function ready() {
  const { way } = await chrome.storage.local.get("way");
  if (!way) return ask();
  $("setup").hidden = true;
  $("hand").hidden = false;
  $("other").hidden = false;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  $("what").textContent = tab?.title ?? "This page";
  $("send").focus();
}

async function looked() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const [done] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => ({ url: location.href, html: document.documentElement.outerHTML }),
  });
  return done.result;
}

async function send() {
  $("send").disabled = true;
  say(["Handing it over …"]);
  try {
    const { way } = await chrome.storage.local.get("way");
    let page;
    try {
      page = await looked();
    } catch {
      return say(["This page cannot be read. Some pages of the browser are closed to extensions; paste the text in Afterword instead."], { wrong: true });
    }
    if (page.html.length > MOST) {
      return say(["This page is larger than any advert. Paste its text in Afterword instead."], { wrong: true });
    }
    let answer;
    try {
      answer = await fetch(way.address, {
        method: "POST",
        credentials: "omit",
        redirect: "error",
        headers: { "content-type": "application/json", "x-afterword-key": way.key },
        body: JSON.stringify(page),
      });
    } catch {
      return say(["Afterword does not answer. Open it on this machine, then try again. If it opened at another address, make a new key there."], { wrong: true });
    }
    const said = await answer.json().catch(() => ({ error: "Afterword answered in a way this does not understand." }));
    if (!answer.ok) return say([said.error ?? "It was not kept."], { wrong: true });
    const first = said.new ? `Kept, with today’s date: ${said.kept}` : said.changes.length ? `It reads otherwise now: ${said.kept}` : `It reads as it did: ${said.kept}`;
    const where = said.case ? [`With your case ${said.case}.`] : ["It waits in Afterword for you to say which case it is about."];
    say([first, ...said.changes.slice(0, 5), ...where], { link: new URL(said.page, way.address).href });
  } finally {
    $("send").disabled = false;
  }
}

$("setup").addEventListener("submit", async (event) => {
  event.preventDefault();
  const way = taken($("key").value);
  if (!way) return say(["That is not a key of Afterword. It begins with http://127.0.0.1."], { wrong: true });
  await chrome.storage.local.set({ way });
  $("key").value = "";
  say(["The key is kept."]);
  await ready();
});
$("send").addEventListener("click", send);
$("other").addEventListener("click", ask);
ready();
