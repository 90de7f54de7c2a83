// What tools/page-test asks inside the page. Each check returns its problems as sentences.
globalThis.pageTest = (() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const name = (element) => (element.textContent || element.tagName).trim().replace(/\s+/g, " ").slice(0, 60);
  const box = (element) => element.getBoundingClientRect();

  function structure() {
    const problems = [];
    if (document.documentElement.lang !== "en") problems.push("the page does not say its language");
    if (!document.title) problems.push("the page has no title");
    if (all("script").length) problems.push("the page has a script");
    const ids = all("[id]").map((element) => element.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (twice.length) problems.push(`ids are given twice: ${twice.slice(0, 3)}`);
    for (const link of all("a")) {
      const href = link.getAttribute("href") ?? "";
      if (!href.startsWith("#") || !document.getElementById(href.slice(1))) problems.push(`the link ${href} leads nowhere`);
    }
    for (const attribute of ["aria-labelledby", "aria-describedby"]) {
      for (const element of all(`[${attribute}]`)) {
        for (const id of element.getAttribute(attribute).split(" ")) {
          if (!document.getElementById(id)) problems.push(`${attribute} names ${id}, which is not there`);
        }
      }
    }
    let level = 0;
    for (const heading of all("h1,h2,h3,h4,h5,h6")) {
      const next = Number(heading.tagName[1]);
      if (next > level + 1) problems.push(`heading "${name(heading)}" jumps from level ${level} to ${next}`);
      level = next;
    }
    if (all("h1").length !== 1) problems.push(`there are ${all("h1").length} first headings`);
    if (all("main").length !== 1) problems.push("there is not one main landmark");
    for (const table of all("table")) {
      if (!table.caption || !name(table.caption)) problems.push("a table has no caption");
      if (all("th", table).length === 0) problems.push("a table has no heads");
    }
    for (const head of all("th")) if (!head.scope) problems.push(`the head "${name(head)}" has no scope`);
    for (const drawing of all("svg").filter((svg) => !svg.parentElement.closest("svg"))) {
      const isHidden = drawing.getAttribute("aria-hidden") === "true";
      const isNamed = drawing.getAttribute("role") === "img" && drawing.querySelector(":scope > title")?.textContent;
      if (!isHidden && !isNamed) problems.push("a drawing is neither named nor hidden from screen readers");
    }
    return problems;
  }

  function printed() {
    const problems = [];
    if (all("nav").some((nav) => box(nav).height > 0)) problems.push("the contents are printed");
    for (const details of all("details:not([open])")) {
      if (![...details.children].slice(1).some((child) => box(child).height > 0)) {
        problems.push(`"${name(details.firstElementChild)}" is folded on paper`);
      }
    }
    return problems;
  }

  function calm() {
    const behavior = getComputedStyle(document.documentElement).scrollBehavior;
    return behavior === "auto" ? [] : ["scrolls smoothly for who asked for less motion"];
  }

  const unfold = () => all("details").forEach((details) => (details.open = true));

  function looks() {
    const problems = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      const wide = all("body *").filter((element) => box(element).right > width + 1 && !element.closest(".scroll, .heard"));
      problems.push(`is ${document.documentElement.scrollWidth} wide: ${wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 80))}`);
    }
    for (const selector of [".histogram rect.bar", ".heat td", "svg.gb", ".forest .strip"]) {
      for (const element of all(selector)) {
        const { width, height } = box(element);
        if (width <= 0 || height <= 0) {
          problems.push(`${selector} cannot be seen: ${width} × ${height}`);
          break;
        }
      }
    }
    for (const text of all("svg.gb text")) {
      const height = box(text).height;
      if (height > 0 && height < 9) {
        problems.push(`"${name(text)}" in a drawing is ${height.toFixed(1)} px high`);
        break;
      }
    }
    return problems.concat(faint().slice(0, 8));
  }

  // Contrast as WCAG 2 defines it.
  const parse = (colour) => {
    const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    return { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
  };
  const over = (top, alpha, bottom) => top.map((value, index) => value * alpha + bottom[index] * (1 - alpha));
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  function paper(element) {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const layer = parse(getComputedStyle(at).backgroundColor);
      layers.push(layer);
      if (layer.alpha === 1) break;
    }
    return layers.reverse().reduce((bottom, { rgb, alpha }) => over(rgb, alpha, bottom), [255, 255, 255]);
  }

  // A letter in a drawing stands on the last shape before it that covers its middle.
  function paperInDrawing(text) {
    const place = box(text);
    const [x, y] = [place.left + place.width / 2, place.top + place.height / 2];
    let colour = paper(text.closest("svg"));
    for (const shape of all("rect, circle", text.ownerSVGElement)) {
      if (shape.compareDocumentPosition(text) !== Node.DOCUMENT_POSITION_FOLLOWING) continue;
      const { left, right, top, bottom } = box(shape);
      const style = getComputedStyle(shape);
      if (style.fill === "none" || x < left || x > right || y < top || y > bottom) continue;
      const fill = parse(style.fill);
      colour = over(fill.rgb, fill.alpha * Number(style.fillOpacity), colour);
    }
    return colour;
  }

  function faint() {
    const problems = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const known = new Map();
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || element.closest(".heard, .skip, title, desc")) continue;
      if (box(element).width === 0) continue;
      const style = getComputedStyle(element);
      const isDrawn = element instanceof SVGElement;
      const ink = isDrawn ? style.fill : style.color;
      const ground = isDrawn ? paperInDrawing(element) : paper(element);
      const key = `${ink} on ${ground.map(Math.round)}`;
      if (!known.has(key)) {
        const { rgb, alpha } = parse(ink);
        known.set(key, contrast(over(rgb, alpha, ground), ground));
        if (known.get(key) < 4.5) problems.push(`"${name(element)}" has a contrast of ${known.get(key).toFixed(2)}: ${key}`);
      }
    }
    return problems;
  }

  function focus() {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const { top, bottom, left } = box(element);
    return {
      name: name(element), place: all("*").indexOf(element), isSkip: element.classList.contains("skip"),
      inSight: top >= 0 && bottom <= innerHeight && left >= 0,
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
  }

  async function axe() {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => `axe ${id}: ${help} (${nodes.length}): ${nodes[0].html.slice(0, 120)}`);
  }

  function refusesNetwork() {
    return new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", () => resolve([]), { once: true });
      setTimeout(() => resolve(["the policy does not refuse a picture from elsewhere"]), 2000);
      const picture = new Image();
      picture.src = "http://127.0.0.1:9/picture.png";
    });
  }

  const facts = () =>
    `${all("article").length} claims, ${all("table").length} tables, ${all("svg").length} drawings, ${all("*").length} elements`;

  return { structure, printed, calm, unfold, looks, focus, axe, refusesNetwork, facts };
})();
0;
