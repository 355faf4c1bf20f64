// Search and filters of the list of programs. The page is whole without them.
"use strict";
(() => {
  const form = document.getElementById("finder");
  const found = document.getElementById("found");
  const nothing = document.getElementById("nothing");
  const programs = [...document.querySelectorAll("#programs tbody tr[data-program]")];
  const tables = [...document.querySelectorAll("[data-filtered]")];
  const total = programs.length;

  // As people write names: full and half width, katakana and hiragana, spaces do not matter.
  const folded = (text) => text.normalize("NFKC").toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/\s+/g, "");
  const words = programs.map((row) => folded(row.textContent + row.dataset.names));

  const asked = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
  const facets = programs.map((row) => JSON.parse(row.dataset.facets));
  // Where a schedule tells the months of each district, those of the district that is asked for count.
  const held = (number, key, wanted) =>
    (key === "month" && facets[number].months_in[wanted.district]) || facets[number][key];
  const matches = (number, wanted) => Object.entries(wanted).every(([key, value]) =>
    key === "words"
      ? value.split(/\s+/u).every((word) => words[number].includes(folded(word)))
      : held(number, key, wanted).includes(value));

  const show = () => {
    const wanted = asked();
    const all = Object.keys(wanted).length === 0;
    const kept = new Set();
    programs.forEach((row, number) => {
      row.hidden = !matches(number, wanted);
      if (!row.hidden) kept.add(row.dataset.program);
    });
    for (const table of tables) {
      const rows = [...table.querySelectorAll("tr[data-program]")];
      for (const row of rows) row.hidden = !kept.has(row.dataset.program);
      // Sums are those of all programs.
      for (const row of table.querySelectorAll("tr.sums")) row.hidden = !all;
      table.hidden = rows.every((row) => row.hidden);
    }
    found.textContent = all ? `${total}件` : `${total}件のうち ${kept.size}件`;
    nothing.hidden = kept.size > 0;
    return wanted;
  };

  // What is asked for stands in the address, so that a link can lead to it.
  const remember = (wanted) => {
    const query = new URLSearchParams(wanted).toString();
    try {
      history.replaceState(null, "", query ? `#?${query}` : "#programs");
    } catch {
      // A browser may forbid it for a file on the disk; the search works all the same.
    }
  };
  const recall = () => {
    if (location.hash.startsWith("#?")) {
      form.reset();
      for (const [key, value] of new URLSearchParams(location.hash.slice(2))) {
        if (form.elements[key]) form.elements[key].value = value;
      }
      document.getElementById("programs").scrollIntoView();
    } else {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      // A link to a program that is filtered away shows it all the same.
      if (target && target.hidden) {
        form.reset();
        show();
        target.scrollIntoView();
        return;
      }
    }
    show();
  };

  form.hidden = false;
  form.addEventListener("input", () => remember(show()));
  form.addEventListener("reset", () => setTimeout(() => remember(show())));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", recall);
  recall();
})();
