/// How a report is drawn on a terminal. The caller knows whether it is one, and whether colour is wanted.
package enum Style: Equatable, Hashable, Sendable, CaseIterable {
  /// Characters up to 127 only, for logs that show others as question marks.
  case ascii
  /// Without colour: for files and pipes.
  case plain
  /// With ANSI colours.
  case colour

  /// Between items of a line.
  var separator: String { self == .ascii ? " | " : " · " }

  /// Where a text was cut.
  var ellipsis: String { self == .ascii ? "..." : "…" }

  /// From nothing to full, for cells: what is there but little is never blank.
  var shades: [Character] { self == .ascii ? [" ", ".", ":", "+", "#"] : [" ", "░", "▒", "▓", "█"] }

  /// From low to high, for sparklines.
  var heights: [Character] {
    self == .ascii ? ["_", ".", "-", "=", "^"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  }

  /// A bar of `length` columns, drawn to an eighth of one; what is above zero shows at least the thinnest stroke.
  func bar(_ length: Double) -> String {
    guard length > 0 else { return "" }
    guard self != .ascii else { return String(repeating: "#", count: max(1, Int(length.rounded()))) }
    let eighths = max(1, Int((length * 8).rounded()))
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}

/// What a piece of text means; a style turns it into a colour or leaves it alone.
enum Tint: Sendable {
  case none
  case good
  case bad
  case warning
  case quiet
  case strong
  case command

  /// The parameters of the ANSI sequence that selects it (ECMA-48, "select graphic rendition").
  var code: String? {
    switch self {
    case .none: nil
    case .good: "32"
    case .bad: "1;31"
    case .warning: "33"
    case .quiet: "2"
    case .strong: "1"
    case .command: "1;36"
    }
  }
}
