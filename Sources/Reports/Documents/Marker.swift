import Storage

/// What a comment of a document asks for: `<!-- slices graphs/on-path split=graphs/train after="train, fine-tune" -->`.
package struct Marker: Equatable, Sendable {
  /// The first word.
  package let kind: String
  /// The words after it that are no options.
  package let names: [String]
  package let options: [String: String]
  /// Of the document, and the line in it where the comment begins.
  package let file: String
  package let line: Int
  /// As it is written, without the arrows and on one line.
  package let words: String

  /// - Parameter text: what stands between `<!--` and `-->`.
  init(_ text: Substring, file: String, line: Int) throws(FixtureProblem) {
    var names: [String] = []
    var options: [String: String] = [:]
    (self.file, self.line) = (file, line)
    words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var rest = words[...]
    while let word = rest.prefixMatch(of: /([a-z]+)=(?:"([^"]*)"|([^\s"]+))(?:\s|$)|([^\s"=]+)(?:\s|$)/) {
      if let key = word.1 {
        let value = word.2 ?? word.3 ?? ""
        guard options.updateValue(String(value), forKey: String(key)) == nil else { break }
      } else {
        names.append(String(word.4 ?? ""))
      }
      rest = rest[word.range.upperBound...]
    }
    (kind, self.names, self.options) = (names.first ?? "", Array(names.dropFirst()), options)
    guard rest.isEmpty, !names.isEmpty else {
      throw problem(
        "cannot be read from \"\(rest)\" on", mend: "write words, and options once each, such as split=graphs/train")
    }
  }

  /// What is wrong with it, for who wrote it.
  package func problem(_ what: String, mend: String) -> FixtureProblem {
    FixtureProblem(file: file, field: "line \(line)", what: "the marker \"\(words)\" \(what)", mend: mend)
  }
}
