extension SVG {
  /// Where a chart stands. Both look alike, but a page's caption says what a file says on top, and a page has to be
  /// readable on a phone.
  enum Setting: CaseIterable {
    case file
    case page

    /// Of a chart that is not as wide as what it holds.
    var width: Int { self == .file ? 720 : 440 }

    /// The first place below title and summary.
    var top: Int { self == .file ? 76 : 8 }
  }

  static func chart(_ setting: Setting, width: Int, height: Int, title: String, summary: String) -> SVG {
    switch setting {
    // At least as wide as the summary on top, which is longer than usual where names are.
    case .file:
      SVG(width: max(width, 48 + 7 * Escape.line(summary).columns), height: height, title: title, summary: summary)
    case .page: .figure(width: width, height: height, title: title, summary: summary)
    }
  }

  /// A name of at most 28 columns; a longer one is cut.
  static func label(_ name: String) -> String { Escape.line(name).shortened(to: 28, ellipsis: "…") }

  /// Room for a label, also in bold letters: somewhat more than it takes.
  static func room(for label: String) -> Int { 8 * label.columns }
}
