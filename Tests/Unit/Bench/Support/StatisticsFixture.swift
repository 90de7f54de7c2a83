import Data
import Foundation

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// What SciPy said: fixtures/statistics, written by fixtures/reference/statistics_scipy.py.
enum StatisticsFixture {
  static func read(_ name: String) throws -> [String: FixtureReader] {
    var root = URL(filePath: #filePath)
    for _ in 0..<5 { root.deleteLastPathComponent() }
    let path = root.appending(path: "fixtures/statistics/\(name).json").path
    let mend = "python3 fixtures/reference/statistics_scipy.py"
    guard let bytes = try AtomicFile.read(path) else {
      throw FixtureProblem(file: path, field: "", what: "is missing", mend: mend)
    }
    let entries = try FixtureReader(bytes, file: path, mend: mend).entries()
    return Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.reader) })
  }

  /// The objects in one of the file's lists.
  static func cases(_ name: String, _ list: String = "cases") throws -> [[String: FixtureReader]] {
    let file = try read(name)
    guard let elements = try file[list]?.elements(), !elements.isEmpty else {
      throw FixtureProblem(file: name, field: list, what: "holds no case", mend: "rewrite it")
    }
    return try elements.map { Dictionary(uniqueKeysWithValues: try $0.entries().map { ($0.name, $0.reader) }) }
  }
}

extension [String: FixtureReader] {
  func number(_ name: String) throws -> Double {
    guard let reader = self[name] else { throw UnknownName(kind: "field", asked: name, known: keys.sorted()) }
    return try reader.number()
  }

  func numbers(_ name: String) throws -> [Double] {
    guard let reader = self[name] else { throw UnknownName(kind: "field", asked: name, known: keys.sorted()) }
    return try reader.elements().map { try $0.number() }
  }
}

/// Whether two numbers agree, relative to the larger scale of the two or of the problem.
func agree(_ one: Double, _ other: Double, within tolerance: Double, scale: Double = 0) -> Bool {
  (one - other).magnitude <= tolerance * max(one.magnitude, other.magnitude, scale)
}
