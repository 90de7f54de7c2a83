/// How the page looks. One accent; red is kept for what failed. Every colour on its paper has a contrast of at least
/// 4.5, which tools/page-test measures.
enum PageStyle {
  static let sheet = [colours, text, frame, verdict, claim, tables, strips, SVG.rules, SVG.drawingRules, print]
    .joined(separator: "\n")

  private static let colours = """
    :root{color-scheme:light dark;
    --paper:#fbfaf8;--sheet:#fff;--ink:#1d1f23;--soft:#5b6067;--rule:#e3e0da;--edge:#a9aeb5;
    --accent:#1d5c9e;--bar:#2f6fb2;--pale:#e6eef7;--odd:#a8480a;--onbar:#fff;
    --good:#1d6b40;--bad:#ae2419;--badpaper:#fcf0ee;--open:#805600;
    --h1:#eff5fb;--h2:#dde9f6;--h3:#c3d8ee;--h4:#9fc1e4;--h5:#6ea3d6;--h6:#2f6fb2;--h7:#174a80;
    --c0:#0072b2;--c1:#b84a00;--c2:#00775a;--c3:#9a4a7e;--c4:#7a6000;--c5:#57606a}
    @media(prefers-color-scheme:dark){:root{
    --paper:#121417;--sheet:#191c20;--ink:#e7e5e0;--soft:#a2a7ae;--rule:#2c3036;--edge:#676d75;
    --accent:#84b9f5;--bar:#5d9fe3;--pale:#1b2a3b;--odd:#f0883e;--onbar:#101214;
    --good:#6ecb95;--bad:#ff8d7e;--badpaper:#2b1917;--open:#e3b454;
    --h1:#1c2836;--h2:#1e3146;--h3:#213d5c;--h4:#264e79;--h5:#5896d6;--h6:#86b9ee;--h7:#bbdafb;
    --c0:#56b4e9;--c1:#ff9a4d;--c2:#3fcf9f;--c3:#e6a3cc;--c4:#e3c34a;--c5:#b1bac4}}
    """

  private static let text = """
    *{box-sizing:border-box}
    html{font-size:100%;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
    @media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    body{margin:0;background:var(--paper);color:var(--ink);
    font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Inter,Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;
    font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
    h1,h2,h3,.lead{font-family:Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4","Noto Serif",Georgia,serif}
    h1,h2,h3,h4,p,ul,ol,dl,dd,figure,pre{margin:0;padding:0}
    ul,ol{list-style:none}
    h1{font-size:clamp(2rem,1.4rem + 2.6vw,3.25rem);line-height:1.1;font-weight:600;letter-spacing:-.015em;
    text-wrap:balance}
    h2{font-size:1.75rem;line-height:1.2;font-weight:600;letter-spacing:-.01em}
    h2.small,h4{font:600 .8125rem/1.4 system-ui,-apple-system,"Segoe UI",Inter,Roboto,"Noto Sans",Arial,sans-serif;
    letter-spacing:.02em;color:var(--soft)}
    h3{font-size:1.3125rem;line-height:1.3;font-weight:600}
    .lead{font-size:1.125rem;line-height:1.5;color:var(--soft);max-width:44rem;text-wrap:pretty}
    .eyebrow,.soft{color:var(--soft)}
    a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
    h3 a{color:inherit;text-decoration:none}
    h3 a:hover{text-decoration:underline}
    code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;
    font-size:.8125rem;overflow-wrap:anywhere}
    :focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:3px}
    .heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--sheet);z-index:2}
    .skip:focus{top:1rem}
    """

  private static let frame = """
    .frame{max-width:84rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
    main{min-width:0;padding:clamp(2rem,5vw,4rem) 0 6rem}
    nav{font-size:.875rem;line-height:1.4;padding-top:1.25rem}
    nav>ol{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
    nav ol ol{display:none}
    nav a{display:flex;gap:.5rem;padding:.3rem 0;color:var(--soft);text-decoration:none;overflow-wrap:anywhere}
    nav a:hover{color:var(--ink);text-decoration:underline}
    @media(min-width:70rem){
    .frame{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:4rem}
    nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:4.25rem .25rem 2rem}
    nav>ol{display:block}
    nav>ol>li{margin-bottom:.75rem}
    nav>ol>li>a{color:var(--ink);font-weight:600}
    nav ol ol{display:block;margin-top:.125rem}}
    section.experiment,section.provenance{margin-top:clamp(3.5rem,8vw,6rem);border-top:1px solid var(--ink);padding-top:1.5rem}
    section>h2+.lead{margin-top:.5rem}
    dl.numbers{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem;margin-top:1.25rem}
    dt{font-size:.8125rem;color:var(--soft)}
    dd{overflow-wrap:anywhere}
    dl.numbers dd{font-weight:600}
    details>summary{cursor:pointer;color:var(--accent);font-size:.875rem;font-weight:600;padding:.375rem 0;width:fit-content}
    .panels{display:grid;grid-template-columns:minmax(0,1fr);gap:2.5rem 3rem;margin-top:1.25rem}
    @media(min-width:52rem){.panels{grid-template-columns:repeat(2,minmax(0,1fr))}.panel.wide{grid-column:1/-1}}
    .provenance h3{margin-top:2rem}
    """
}
