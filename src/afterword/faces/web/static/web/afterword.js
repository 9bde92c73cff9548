/* Convenience only: every page works without this file, and no rule of the product lives here. */
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (el) => el.closest("input, textarea, select, [contenteditable]");

  /* ── keys ── */
  let going = false;
  const rows = () => $$("[data-row]").filter((row) => row.offsetParent !== null);
  const linkIn = (row) => $("a[href], button", row);
  const step = (by) => {
    const all = rows();
    if (!all.length) return;
    const here = all.findIndex((row) => row.classList.contains("here") || row.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, here + by))];
    all.forEach((row) => row.classList.toggle("here", row === next));
    (linkIn(next) || next).focus();
    next.scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    const row = $("[data-row].here") || document.activeElement.closest("[data-row]");
    if (row) ($("[data-open]", row) || linkIn(row))?.click();
  };
  const go = (letter) => $(`[data-go="${letter}"]`)?.click();
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    o: open,
    u: () => $("form[data-undo]")?.requestSubmit(),
    "?": () => $("#help")?.showModal(),
    "/": () => { const field = $("main input[type=search]"); if (field) field.focus(); else showPalette(); },
  };
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      return showPalette();
    }
    if (event.key === "Escape") $(".bar details[open]")?.removeAttribute("open");
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $("dialog[open]")) return;
    if (going) {
      going = false;
      event.preventDefault();
      return go(event.key);
    }
    if (event.key === "g") {
      going = true;
      setTimeout(() => { going = false; }, 1500);
      return;
    }
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  /* ── the palette: links of this page, then what the search page finds ── */
  let chosen = 0;
  let asked;
  const palette = () => $("#palette");
  const offer = (links) => {
    const list = $(".palette-list", palette());
    list.replaceChildren(...links.slice(0, 12).map(([text, href], i) => {
      const item = document.createElement("a");
      item.href = href;
      item.id = `palette-${i}`;
      item.setAttribute("role", "option");
      item.tabIndex = -1;
      item.textContent = text;
      return item;
    }));
    if (!links.length) {
      const none = document.createElement("p");
      none.className = "palette-none";
      none.setAttribute("role", "status");
      none.textContent = palette().dataset.none;
      list.append(none);
    }
    choose(0);
  };
  const choose = (i) => {
    const items = $$(".palette-list a", palette());
    chosen = Math.max(0, Math.min(items.length - 1, i));
    items.forEach((item, at) => item.setAttribute("aria-selected", at === chosen));
    $("input", palette()).setAttribute("aria-activedescendant", items[chosen]?.id || "");
    items[chosen]?.scrollIntoView({ block: "nearest" });
  };
  const plain = (node) => node.textContent.trim().replace(/\s+/g, " ");
  const linksHere = (words) => {
    const seen = new Set();
    // A place is called by its label, without what is counted there; how mail stands is no place.
    return $$(".nav a[href], main a[href], .side-foot a[href]:not([data-show])")
      .map((a) => [plain($("span:not(.count)", a) ?? a), a.getAttribute("href")])
      .filter(([text]) => !/\d:\d\d/.test(text))
      .filter(([text, href]) => text && !href.startsWith("#") && text.toLowerCase().includes(words)
        && !seen.has(href) && seen.add(href));
  };
  const showPalette = () => {
    const box = palette();
    if (!box || box.open) return;
    box.showModal();
    const field = $("input", box);
    field.value = "";
    field.focus();
    offer(linksHere(""));
  };
  const search = () => {
    const words = $("input", palette()).value.trim();
    offer(linksHere(words.toLowerCase()));
    clearTimeout(asked);
    if (words.length < 2) return;
    asked = setTimeout(async () => {
      const url = `${palette().dataset.find}?q=${encodeURIComponent(words)}`;
      const answer = await fetch(url, { headers: { "HX-Request": "true" } }).catch(() => null);
      if (!answer?.ok || $("input", palette()).value.trim() !== words) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = $$("li", page).map((li) => {
        const kind = $(".aside", li);
        return [plain($("a", li)) + (kind ? ` \u00b7 ${plain(kind)}` : ""), $("a", li).getAttribute("href")];
      });
      const known = new Set(found.map(([, href]) => href));
      offer([...found, ...linksHere(words.toLowerCase()).filter(([, href]) => !known.has(href))]);
    }, 150);
  };
  document.addEventListener("input", (event) => { if (event.target.closest("#palette")) search(); });
  document.addEventListener("keydown", (event) => {
    if (!event.target.closest?.("#palette")) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    }
    if (event.key === "Escape") {  // a search field would only be emptied by the first one
      event.preventDefault();
      palette().close();
    }
    if (event.key === "Enter") {
      event.preventDefault();
      $$(".palette-list a", palette())[chosen]?.click();
    }
  });

  /* ── small things a click does ── */
  document.addEventListener("click", async (event) => {
    const asks = event.target.closest("[data-show]");
    if (asks && $(asks.dataset.show)) {
      event.preventDefault();
      return asks.dataset.show === "#palette" ? showPalette() : $(asks.dataset.show).showModal();
    }
    if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
    if (event.target.matches("dialog")) event.target.close();
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      event.preventDefault();
      if (unsaved && await save(unsaved)) await showKept();
      const from = $(copy.dataset.copy);
      const text = "value" in from ? from.value : from.textContent;
      const told = copy.textContent;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        from.hidden = false;
        from.select?.();
        document.execCommand("copy");
      }
      copy.textContent = copy.dataset.copied;
      setTimeout(() => { copy.textContent = told; }, 2500);
    }
    if (event.target.closest("[data-print]")) window.print();
  });
  document.addEventListener("change", (event) => {
    const theme = event.target.closest("[data-theme-choice]");
    if (theme) {
      if (theme.value) document.documentElement.dataset.theme = theme.value;
      else delete document.documentElement.dataset.theme;
    }
    if (event.target.closest("form[data-at-once]")) event.target.form.requestSubmit();
  });

  /* ── a letter: point at a sentence and its facts light up, and the other way round ── */
  const light = (el) => {
    $$(".lit").forEach((lit) => lit.classList.remove("lit"));
    if (!el) return;
    const ids = (el.dataset.facts ?? el.dataset.fact ?? "").split(" ").filter(Boolean);
    $$("[data-fact]").filter((fact) => ids.includes(fact.dataset.fact)).forEach((fact) => fact.classList.add("lit"));
    $$("[data-facts]").filter((s) => s.dataset.facts.split(" ").some((id) => ids.includes(id)))
      .forEach((s) => { if (s === el || el.dataset.fact) s.classList.add("lit"); });
  };
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      if (!$(".letter-page")) return;
      const at = event.target.closest?.("[data-facts], [data-fact]");
      if (at || kind === "focusin") light(at);
    });
  }

  /* ── an open place of a letter: kept when it is left, and the page says at once what is still open ── */
  let putting = false;
  let swapping = false;
  const places = () => $$(".place-field");
  const placeOf = (field) => field.name.replace(/^\D+/, "");
  const saidAt = (at) => `${$(`[name="said-${at}"]`)?.value} ${$(`[name="turn-${at}"]`)?.value}`;
  const showScripted = () => $$("[data-needs-script]").forEach((el) => { el.hidden = false; });
  document.addEventListener("pointerdown", (event) => { putting = !!event.target.closest("button[form=fill]"); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || !event.target.matches?.(".place-field")) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });
  /* Only what was left is put in: another place may hold half a word that is still being typed. */
  const ofThisPlace = (form, at) => {
    const data = new FormData(form);
    for (const name of [...data.keys()]) if (/^(?:words|story)-\d+$/.test(name) && placeOf({ name }) !== at) data.set(name, "");
    return data;
  };
  document.addEventListener("change", async (event) => {
    const form = event.target.closest?.(".place-field, .place-story")?.form;
    // A field with words in it that is taken off the page says "change" as it goes.
    if (!form || putting || swapping) return;
    const at = placeOf(event.target);
    const said = saidAt(at);
    const told = $(`[name="words-${at}"]`)?.value;
    const answer = await fetch(form.action, { method: "POST", body: ofThisPlace(form, at) }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = $(".desk", page);
    if (!fresh || !$(".desk")) return;
    // The places that are left are the same ones in the same order, whatever their numbers are now.
    const held = places();
    const open = $$(".place-field", fresh).length;
    const gone = held.find((field) => saidAt(placeOf(field)) === said) ?? held.find((field) => field.value === told);
    const left = held.length === open ? held : held.filter((field) => field !== gone);
    const typed = left.map((field) => [field.value, field === document.activeElement, field.selectionStart, field.selectionEnd]);
    const lost = $(".desk").contains(document.activeElement);
    swapping = true;
    $(".desk").replaceWith(document.adoptNode(fresh));
    swapping = false;
    showScripted();
    if (left.length === open) places().forEach((field, n) => {
      const [words, here, start, end] = typed[n];
      if (words) field.value = words;
      if (!here) return;
      field.focus();
      field.setSelectionRange(start, end);
    });
    if (lost && document.activeElement === document.body) (places()[0] ?? $("#leave [data-copy]"))?.focus();
    for (const part of ["#toast", ".page-head .lead"]) if ($(part, page) && $(part)) $(part).replaceWith($(part, page));
  });

  /* What is kept is what is copied and sent: the sheet and the ways out of it follow the words. */
  const showKept = async () => {
    if (!$("#sheet") || !$("#letter-text")) return;
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    swapping = true;
    for (const part of ["#sheet", "#letter-text", "#leave", ".page-head .lead"]) {
      if ($(part, page) && $(part)) $(part).replaceWith(document.adoptNode($(part, page)));
    }
    swapping = false;
    showScripted();
  };

  /* ── autosave: the form's own address, a breath after the last key ── */
  let saving;
  let unsaved = null;
  const save = async (form, more = {}) => {
    clearTimeout(saving);
    unsaved = null;
    const said = $(".saved", form);
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Autosave": "1" }, ...more })
      .catch(() => null);
    if (said) said.textContent = answer?.ok ? said.dataset.saved : said.dataset.failed;
    const seen = answer?.headers.get("X-Seen");
    if (seen && form.elements.seen) form.elements.seen.value = seen;
    return answer?.ok;
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-autosave]");
    if (!form) return;
    clearTimeout(saving);
    unsaved = form;
    saving = setTimeout(async () => { if (await save(form)) showKept(); }, 900);
  });
  /* Whoever leaves in the middle of a word, or presses another button, loses none of it. */
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!unsaved || form === unsaved || event.defaultPrevented) return;
    event.preventDefault();
    await save(unsaved);
    event.submitter ? form.requestSubmit(event.submitter) : form.requestSubmit();
  });
  addEventListener("pagehide", () => { if (unsaved) save(unsaved, { keepalive: true }); });
  addEventListener("submit", (event) => { if (event.target === unsaved) unsaved = null; }, true);

  /* ── a file dropped anywhere on a page that takes one ── */
  const target = () => $("form[data-drop]");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (!target() || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      document.body.classList.toggle("drop-here", kind === "dragover");
      if (kind !== "drop") return;
      $("input[type=file]", target()).files = event.dataTransfer.files;
      target().requestSubmit();
    });
  }

  /* ── after a part was swapped in, say so once and keep the keyboard where it was ── */
  document.addEventListener("htmx:after:swap", () => {
    const toast = $("#toast");
    if (toast?.textContent.trim()) setTimeout(() => toast.replaceChildren(), 12000);
  });
  showScripted();
  const first = $("#toast");
  if (first?.textContent.trim()) setTimeout(() => first.replaceChildren(), 12000);
})();
