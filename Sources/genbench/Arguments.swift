import Data
import Storage

/// The words after a command, as its declaration reads them: operands in their places, `--option value` (or
/// `--option=value`), and `--flag`.
struct Arguments {
  /// Everything as it was typed, the command first.
  let words: [String]
  /// The operands.
  private(set) var values: [String] = []
  private var options: [String: [String]] = [:]
  private var flags: Set<String> = []

  /// - Throws: `UnknownName` or `UsageProblem` for anything that is not declared, has no value, or stands twice.
  init(_ words: [String], _ declaration: Declaration) throws {
    self.words = [declaration.name] + words
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      guard Self.isOption(word) else {
        values.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let option = declaration.options.first(where: { $0.word == parts[0] }) else {
        throw UnknownName(kind: "option", asked: parts[0], known: declaration.options.map(\.word))
      }
      guard option.value != nil else {
        guard parts.count == 1 else { throw UsageProblem("\(option.word) takes no value.") }
        flags.insert(option.name)
        continue
      }
      guard option.isRepeated || options[option.name] == nil else {
        throw UsageProblem("\(option.word) is given twice.")
      }
      if parts.count == 2 {
        options[option.name, default: []].append(parts[1])
      } else if index < words.count {
        options[option.name, default: []].append(words[index])
        index += 1
      } else {
        throw UsageProblem("\(option.word) needs a value.")
      }
    }
    if declaration.mostOperands < values.count { try expectNoMoreValues(than: declaration.mostOperands) }
  }

  /// A hyphen alone is standard output.
  private static func isOption(_ word: String) -> Bool { word.hasPrefix("-") && word != "-" }

  /// Each operand once: what is asked for twice is still one thing.
  var distinctValues: [String] { values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// A flag, or an option with a value.
  func isGiven(_ name: String) -> Bool { flags.contains(name) || options[name] != nil }

  subscript(option: String) -> String? { options[option]?.last }

  /// Every value of an option that may be repeated, in the order given.
  func all(_ option: String) -> [String] { options[option] ?? [] }

  func required(_ option: String) throws -> String {
    guard let value = self[option] else { throw UsageProblem("--\(option) is missing.") }
    return value
  }

  /// A whole number in the range, or nil where the option is not given.
  func integer(_ option: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = self[option] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw UsageProblem(
        "--\(option) is \"\(text)\": give a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  func requiredInteger(_ option: String, in range: ClosedRange<Int>) throws -> Int {
    guard let number = try integer(option, in: range) else { throw UsageProblem("--\(option) is missing.") }
    return number
  }

  /// A finite number, or nil where the option is not given.
  func number(_ option: String) throws -> Double? {
    guard let text = self[option] else { return nil }
    guard let number = Double(text), number.isFinite else {
      throw UsageProblem("--\(option) is \"\(text)\": give a number, such as 0.25.")
    }
    return number
  }

  func expectNoMoreValues(than count: Int) throws {
    guard values.count <= count else {
      throw UsageProblem("\"\(values[count])\" is one word too many. Try --help.")
    }
  }
}
