import Data
import Storage

extension Slice {
  /// The slice that a person typed: conditions with commas or spaces between them, such as `n=8...15,t=2` or
  /// `n=8...15 unseen`.
  ///
  /// - Parameter attributes: the columns there are.
  /// - Throws: `UnknownName` for another column, `SettingProblem` for what is no condition.
  package static func parsing(_ text: String, attributes: [String]) throws -> Slice {
    let words = text.split { $0 == "," || $0 == " " }.map(String.init)
    guard !words.isEmpty else { throw problem(text, "Give conditions, such as n=8...15,t=2.") }
    return try words.reduce(.everything) { slice, word in
      slice.and(try condition(word, of: text, attributes: attributes))
    }
  }

  private static func condition(_ word: String, of text: String, attributes: [String]) throws -> Slice {
    if let named = [Slice.seen, .unseen].first(where: { $0.name == word }) {
      guard attributes.contains("seen") else {
        throw problem(text, "What was seen in training is known only where --trained declares it.")
      }
      return named
    }
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard attributes.contains(parts[0]) else {
      throw UnknownName(kind: "column of a slice", asked: parts[0], known: attributes)
    }
    if parts.count == 2, let slice = slice(parts[0], values: parts[1]) { return slice }
    throw problem(text, "\"\(word)\" is no condition: give a value or a range, such as n=8, n=8...15 or n=8... .")
  }

  /// A value, a range, or all from a number on.
  private static func slice(_ attribute: String, values: String) -> Slice? {
    let ends = values.split(separator: "...", omittingEmptySubsequences: false).map(String.init)
    guard let lower = Int(ends[0]), ends.count <= 2 else { return nil }
    if ends.last == "" { return .of(attribute, lower...) }
    guard let upper = Int(ends.last!), lower <= upper else { return nil }
    return .of(attribute, lower...upper)
  }

  private static func problem(_ text: String, _ mend: String) -> SettingProblem {
    SettingProblem(name: "--slice", value: text, mend: mend)
  }
}
