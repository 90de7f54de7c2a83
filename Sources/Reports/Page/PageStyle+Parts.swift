extension PageStyle {
  static let verdict = """
    .verdict .eyebrow{font-size:.875rem;margin-bottom:.75rem}
    .verdict h1{padding-left:1.25rem;border-left:.375rem solid var(--good)}
    .verdict.bad h1{border-color:var(--bad)}
    .verdict.open h1{border-color:var(--open)}
    .verdict .lead{margin-top:1rem}
    .verdict h2{margin-top:2.75rem}
    .failed>li{margin-top:.75rem;padding:1rem 1.25rem;background:var(--badpaper);border-left:.375rem solid var(--bad);
    border-radius:0 .375rem .375rem 0}
    .failed a{color:inherit}
    .failed .command{background:var(--sheet)}
    .reasons{margin:.375rem 0 0 1.25rem;list-style:disc}
    .symbol{display:inline-block;min-width:1.1em;text-align:center;font-weight:700;
    font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
    .good{color:var(--good)}.bad{color:var(--bad)}.open{color:var(--open)}
    section.verdict{color:inherit}
    .reading{margin-top:1.5rem}
    .reading p{max-width:44rem}
    .marks{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:.25rem 2rem;margin-top:.75rem}
    .marks div{display:flex;gap:.5rem}
    """

  static let claim = """
    .claim{margin-top:3rem;content-visibility:auto;contain-intrinsic-size:auto 36rem}
    .claim+.claim{border-top:1px solid var(--rule);padding-top:2.5rem}
    .badge{display:inline-flex;flex-wrap:wrap;gap:.4em;font-size:.875rem;font-weight:600}
    .badge .detail{font-weight:400;color:var(--soft)}
    .claim h3{margin-top:.25rem;overflow-wrap:anywhere}
    .measure{margin-top:.25rem;color:var(--soft)}
    .measure strong{color:var(--ink)}
    .claim>.reasons{color:var(--bad);font-weight:600}
    .claim:not(.failing)>.reasons{color:var(--ink);font-weight:400}
    .facts{display:grid;gap:.5rem 2.5rem;margin-top:1.25rem;font-size:.9375rem}
    @media(min-width:40rem){.facts>div{display:grid;grid-template-columns:7rem minmax(0,1fr)}.facts dt{padding-top:.1rem}}
    .inline{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem}
    .failed .command{margin-top:.75rem}
    .command{padding:.5rem .75rem;background:var(--pale);border-radius:.375rem;
    white-space:pre-wrap;user-select:all;width:fit-content;max-width:100%}
    .evidence{margin-top:1rem}
    .gap{margin-top:.75rem}
    .figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:2rem 3rem;margin-top:.75rem}
    .figures img{display:block;width:100%;height:auto}
    .figures.small{grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}
    .curve figcaption{font-size:.9375rem;font-weight:600;margin-bottom:.25rem}
    .gb{display:block;max-width:100%;height:auto}
    .failure{border:1px solid var(--rule);border-radius:.5rem;background:var(--sheet);padding:1rem;
    display:flex;flex-direction:column;gap:.75rem}
    .failure .gb{margin:0 auto}
    .failure figcaption{margin-top:auto;font-size:.875rem}
    .question{font-weight:600}
    .rank{color:var(--soft);font-weight:400;margin-right:.5em}
    .failure .command{margin-top:.75rem}
    .failure dl{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.375rem 1rem;margin-top:.5rem}
    """

  static let tables = """
    table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4;margin-top:.5rem}
    caption{text-align:left;color:var(--soft);font-size:.8125rem;padding-bottom:.5rem;text-wrap:pretty}
    th,td{padding:.3125rem .75rem .3125rem 0;text-align:left;vertical-align:baseline;font-weight:400;overflow-wrap:anywhere}
    th:last-child,td:last-child{padding-right:0}
    thead th{color:var(--soft);font-size:.8125rem;white-space:nowrap;border-bottom:1px solid var(--soft)}
    tbody tr{border-bottom:1px solid var(--rule)}
    tbody tr:last-child{border-bottom:1px solid var(--soft)}
    .number{text-align:right;white-space:nowrap;overflow-wrap:normal}
    .interval{color:var(--soft);white-space:nowrap}
    .drawn{width:40%;vertical-align:middle;padding-left:.5rem}
    .tag{color:var(--odd);font-weight:600;font-size:.8125rem}
    .claims{margin-top:.5rem}
    .claims th[scope=row]{width:34%}
    .claims .drawn{width:26%}
    .claims td,.claims tbody th{padding-top:.625rem;padding-bottom:.625rem}
    .claims .metric{display:block;color:var(--soft);font-size:.8125rem}
    .claims .mark{white-space:nowrap}
    .claims .failing .word{color:var(--bad);font-weight:600}
    .forest tr{border:0}
    .forest tbody tr:last-child{border:0}
    .forest td,.forest th{padding-top:0;padding-bottom:0;vertical-align:middle}
    .forest .drawn{width:55%;height:1.625rem;position:relative}
    .forest .tall .drawn{height:2.125rem}
    .forest .strip{position:absolute;top:0;left:.5rem;width:calc(100% - .5rem);height:100%}
    .forest .scale .drawn{height:1.375rem}
    .forest th{min-width:5.5rem}
    .forest .threshold th,.forest .threshold .number{color:var(--soft)}
    .forest .measured th{font-weight:600}
    .forest thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
    .heat{width:auto;border-collapse:separate;border-spacing:2px}
    .heat th,.heat td{padding:.1875rem .25rem;text-align:center;font-size:.75rem;white-space:nowrap;border:0}
    .heat th,.heat td{vertical-align:middle}
    .heat td{min-width:2.1rem;height:1.75rem}
    .heat .number{text-align:right;color:var(--soft)}
    .heat .right{outline:2px solid var(--ink);outline-offset:-2px}
    .heat .over{text-align:left}
    .legend{display:flex;flex-wrap:wrap;gap:.25rem;margin-top:.75rem;font-size:.75rem}
    .legend li{padding:.125rem .375rem}
    .legend .right{outline:2px solid var(--ink);outline-offset:-2px}
    .h1{background:var(--h1)}.h2{background:var(--h2)}.h3{background:var(--h3)}.h4{background:var(--h4)}
    .h5{background:var(--h5);color:#101214}.h6{background:var(--h6);color:var(--onbar)}
    .h7{background:var(--h7);color:var(--onbar)}
    .histogram td,.histogram th{padding-top:.0625rem;padding-bottom:.0625rem}
    .histogram tbody tr{border:0}
    .scroll{overflow-x:auto;max-width:100%}
    .numbers .scroll{max-height:24rem;overflow-y:auto}
    .key{vertical-align:middle;margin-right:.5rem}
    .key text{font-size:10px;fill:var(--soft)}
    @media(max-width:44rem){
    .claims .drawn,.claims .word{display:none}
    .claims .interval,.slices .interval,.forest .interval,.claims .must{display:block}
    .claims .interval{font-size:.8125rem}
    .forest .interval{white-space:normal;font-size:.75rem}
    .scale .minor{display:none}
    .claims th[scope=row]{width:46%}
    th,td{padding-right:.5rem}
    .forest .drawn{width:44%}
    .claims thead th{white-space:normal}
    .claims thead th:first-child{font-size:0}
    .slices .drawn,.seeds .drawn{width:28%}}
    """

  /// Marks in the strips. Shapes tell them apart, colours repeat it.
  static let strips = """
    .strip{display:block;overflow:visible}
    .strip .passing{fill:var(--pale)}
    .strip .bound{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:2 2}
    .strip .span{stroke:var(--bar);stroke-width:2.5}
    .strip .mean.measured,.strip .score.measured{fill:var(--bar)}
    .strip .score.measured{fill-opacity:.55}
    .strip .score.over{fill:var(--ink)}
    .strip .accepted{fill:var(--paper);stroke:var(--soft);stroke-width:1.75}
    .strip line.floor{stroke:var(--odd);stroke-width:1.5}
    .strip .mean.floor{fill:var(--odd)}
    .strip .moved{stroke:var(--edge);stroke-width:2}
    .strip .bar{fill:var(--bar)}
    .strip .bar.worst,.strip .bar.odd{fill:var(--odd)}
    .strip .tick{stroke:var(--soft);stroke-width:1}
    .strip text{font-size:11px;fill:var(--soft)}
    """

  /// On paper: black on white, all evidence, nothing to click.
  static let print = """
    @media print{
    :root{color-scheme:light;--paper:#fff}
    .skip,nav{display:none}
    .frame{display:block;max-width:none;padding:0}
    main{padding:0}
    .claim{content-visibility:visible}
    details::details-content{content-visibility:visible;display:block}
    figure,tr,.failed>li{break-inside:avoid}
    h2,h3,h4,caption{break-after:avoid}
    .strip,.heat,.legend,.command{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
}
