extension SVG {
  /// How many lines of a chart have a look of their own; further ones start again, told apart by their labels.
  static let lineLooks = 6

  /// For a drawing that stands alone.
  static let styleSheet = palette + "\n" + rules + "\n" + drawingRules

  /// The colours of the lines are those of Okabe and Ito (2008), which most colour-blind readers tell apart, lightened
  /// for dark paper. A page has its own colours under these names.
  static let palette = """
    .gb{--paper:#fff;--ink:#1f2328;--soft:#59636e;--rule:#d8dee4;--edge:#8b949e;--bar:#2f6fb2;--odd:#bc4c00;--onbar:#fff;\
    --c0:#0072b2;--c1:#d55e00;--c2:#00805f;--c3:#a8558a;--c4:#8a6d00;--c5:#57606a}
    @media(prefers-color-scheme:dark){.gb{--paper:#0d1117;--ink:#e6edf3;--soft:#9198a1;--rule:#30363d;--edge:#6e7681;--bar:#58a6ff;\
    --odd:#f0883e;--onbar:#0d1117;--c0:#56b4e9;--c1:#ff9a4d;--c2:#3fcf9f;--c3:#e6a3cc;--c4:#e3c34a;--c5:#b1bac4}}
    """

  /// Dashes tell lines apart without any colour. All names start with `gb`: several drawings may stand in one page.
  static let rules = """
    .gb text{font-family:ui-sans-serif,system-ui,sans-serif;font-size:12px;font-variant-numeric:tabular-nums;\
    fill:var(--ink)}
    .gb .gb-title{font-size:16px;font-weight:600}
    .gb .gb-soft{fill:var(--soft)}
    .gb .gb-strong{font-weight:600}
    .gb .gb-onbar{fill:var(--onbar)}
    .gb-paper{fill:var(--paper)}
    .gb-bar{fill:var(--bar)}
    .gb-odd{fill:var(--odd)}
    .gb-rule{stroke:var(--rule);stroke-width:1}
    .gb-axis{stroke:var(--soft);stroke-width:1}
    .gb-frame{fill:none;stroke:var(--ink);stroke-width:2}
    .gb-line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
    .gb-band{fill-opacity:.15;stroke:none}
    \(lineRules)
    """

  private static let lineRules = (0..<lineLooks).map { look in
    let dashes = ["none", "7 4", "2 4", "10 4 2 4", "4 4", "12 5"][look]
    return """
      .gb-line\(look){stroke:var(--c\(look));stroke-dasharray:\(dashes)}
      .gb .gb-fill\(look){fill:var(--c\(look))}
      """
  }.joined(separator: "\n")
}
