import Foundation
import Storage

/// What was typed, as it was typed. Swift repairs what is no UTF-8, and the repaired name is another file's.
enum TypedWords {
  /// The words after the program's own name.
  static func arguments() throws(UsageProblem) -> [String] {
    var words: [String] = []
    for place in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = CommandLine.unsafeArgv[place] else { break }
      guard let word = String(validatingCString: bytes) else {
        throw UsageProblem("Word \(place), \"\(String(cString: bytes))\", is not UTF-8: give a name that is.")
      }
      words.append(word)
    }
    return words
  }

  /// The environment, whose paths of ours are read as strictly.
  static func environment() throws(SettingProblem) -> [String: String] {
    let environment = ProcessInfo.processInfo.environment
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) where name.hasPrefix("G") {
      guard let bytes = getenv(name), String(validatingCString: bytes) == nil else { continue }
      throw SettingProblem(name: name, value: value, mend: "It is not UTF-8: give a name that is.")
    }
    return environment
  }
}
