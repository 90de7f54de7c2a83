import Bench
import Data
import Reports
import Results
import Storage

/// `genbench compare`
struct CompareCommand {
  private enum Format: String, CaseIterable {
    case text, markdown
  }

  private let baseFile: String
  private let headFile: String
  private let format: Format
  private let failsOnWorse: Bool
  private let terminal: Terminal

  init(_ arguments: Arguments, _ environment: [String: String]) throws {
    guard arguments.values.count >= 2 else {
      throw UsageProblem("Which two results files? Such as: genbench compare base/results.jsonl head/results.jsonl.")
    }
    try arguments.expectNoMoreValues(than: 2)
    baseFile = arguments.values[0]
    headFile = arguments.values[1]
    let word = arguments["format"] ?? Format.text.rawValue
    guard let format = Format(rawValue: word) else {
      throw UnknownName(kind: "format", asked: word, known: Format.allCases.map(\.rawValue))
    }
    self.format = format
    failsOnWorse = arguments.has("fail-on-worse")
    terminal = Terminal(environment)
  }

  func run() throws -> ExitCode {
    let comparison = try ComparisonReport(
      base: RunReport.read(baseFile), head: RunReport.read(headFile), baseFile: baseFile, headFile: headFile)
    switch format {
    case .text: try terminal.write(comparison.text(width: terminal.width, style: terminal.style))
    case .markdown: try terminal.write(comparison.markdown(title: "Generalization compared"))
    }
    guard failsOnWorse else { return .success }
    for objection in comparison.objections { try StandardStream.errors.write(line: "worse: \(objection)") }
    return comparison.objections.isEmpty ? .success : .claimFailed
  }
}
