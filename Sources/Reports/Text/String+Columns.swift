extension String {
  /// How many columns a terminal gives it: two for East Asian wide characters and emoji, none for marks that combine.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  var trimmingTrailingSpaces: String {
    var result = self
    while result.last == " " { result.removeLast() }
    return result
  }

  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }

  func paddedLeft(to width: Int) -> String { String(repeating: " ", count: max(0, width - columns)) + self }

  /// At most `width` columns; where something was left out stands the ellipsis.
  func shortened(to width: Int, ellipsis: String) -> String {
    guard columns > width else { return self }
    var kept = ""
    for character in self {
      guard kept.columns + character.columns + ellipsis.columns <= width else { break }
      kept.append(character)
    }
    return width >= ellipsis.columns ? kept + ellipsis : String(prefix(max(0, width)))
  }
}

extension Character {
  fileprivate var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.value {
    // The wide blocks of Unicode's East Asian Width (UAX #11), and the emoji planes.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    case 0x0300...0x036F: return 0
    default: return 1
    }
  }
}
