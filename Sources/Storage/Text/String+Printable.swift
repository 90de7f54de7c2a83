extension String {
  /// One line that is harmless wherever it is printed: control characters, line breaks and those that turn or hide the
  /// text around them become visible, as `\n` or `\u{1b}`.
  ///
  /// Names come from files and command lines and may hold anything. So none starts a new line, which a CI server could
  /// read as a command, moves the cursor or changes colours.
  package var printable: String {
    guard unicodeScalars.contains(where: \.isUnseen) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case let scalar where scalar.isUnseen: result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Controls (C0 and C1), separators of lines, and format characters that reorder or hide what stands around them.
  fileprivate var isUnseen: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
