import Data
import Bench

/// The words after a command: values in their places, `--option value` (or `--option=value`), and `--flag`.
struct Arguments {
  private(set) var values: [String] = []
  private var options: [String: String] = [:]
  private var flags: Set<String> = []

  /// - Throws: `UnknownName` or `UsageProblem` for anything that is not known, has no value, or stands twice.
  init(_ words: [String], options known: [String], flags knownFlags: [String]) throws {
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      guard word.hasPrefix("--"), word.count > 2 else {
        values.append(word)
        continue
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if knownFlags.contains(name) {
        guard parts.count == 1 else { throw UsageProblem("--\(name) takes no value.") }
        flags.insert(name)
        continue
      }
      guard known.contains(name) else {
        throw UnknownName(kind: "option", asked: "--" + name, known: (known + knownFlags).map { "--" + $0 })
      }
      guard options[name] == nil else { throw UsageProblem("--\(name) is given twice.") }
      if parts.count == 2 {
        options[name] = String(parts[1])
      } else if index < words.count {
        options[name] = words[index]
        index += 1
      } else {
        throw UsageProblem("--\(name) needs a value.")
      }
    }
  }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  subscript(option: String) -> String? { options[option] }

  func required(_ option: String) throws -> String {
    guard let value = options[option] else { throw UsageProblem("--\(option) is missing.") }
    return value
  }

  /// A whole number in the range, or nil where the option is not given.
  func integer(_ option: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = options[option] else { return nil }
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

  func expectNoMoreValues(than count: Int) throws {
    guard values.count <= count else {
      throw UsageProblem("\"\(values[count])\" is one word too many. Try --help.")
    }
  }
}
