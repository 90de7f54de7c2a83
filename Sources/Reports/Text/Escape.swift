import Storage

/// Names come from outside and may hold anything: here they become harmless for a terminal, for Markdown and for XML.
package enum Escape {
  /// One line, in which nothing acts on what stands around it: `String.printable`.
  package static func line(_ text: String) -> String { text.printable }

  /// A piece of running Markdown text, also inside a table's cell.
  package static func markdown(_ text: String) -> String {
    var result = ""
    for scalar in line(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "$": result += "&#36;"  // else a pair of them starts a formula
      case "\\", "`", "*", "_", "[", "]", "~", "#", "|":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A code block in a fence longer than any run of backticks in it.
  package static func markdownCode(_ text: String, language: String) -> String {
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(language)\n\(line(text))\n\(fence)"
  }

  /// Text or an attribute's value in XML, SVG and HTML.
  package static func xml(_ text: String) -> String {
    var result = ""
    for scalar in line(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // Not allowed in XML 1.0, whichever way they are written.
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
