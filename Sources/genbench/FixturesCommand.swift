import Bench
import Data
import Judging
import Reports
import Storage
import Training

/// `genbench fixtures`
struct FixturesCommand {
  private enum Action: String, CaseIterable {
    case check, regenerate
  }

  private let action: Action
  private let fixtures: [Fixture]
  /// One was named: its check may train. When all are meant, strangers are looked for instead.
  private let isNamed: Bool
  private let reason: String?
  private let keeper: FixtureKeeper
  private let progress: ProgressPrinter

  init(_ arguments: Arguments, _ environment: [String: String], _ interruptions: Interruptions) throws {
    let actions = Action.allCases.map(\.rawValue)
    guard let word = arguments.values.first else {
      throw UsageProblem("What about the fixtures? One of: \(actions.joined(separator: ", ")).")
    }
    guard let action = Action(rawValue: word) else {
      throw UnknownName(kind: "action", asked: word, known: actions)
    }
    try arguments.expectNoMoreValues(than: 2)
    if action == .regenerate, !RecordMode.mayWrite(environment) {
      throw UsageProblem("Fixtures are never rewritten on continuous integration (CI is set): check them there.")
    }
    self.action = action
    let named = try arguments.values.dropFirst().first.map { [try Fixture.named($0)] }
    fixtures = named ?? Fixture.all
    isNamed = named != nil
    reason = arguments["reason"]
    let stop = StopSignal()
    progress = ProgressPrinter(Terminal(environment), stop: stop)
    keeper = FixtureKeeper(Lab(try LabSettings(environment: environment), listener: progress, stop: stop))
    if isNamed || action == .regenerate, fixtures.contains(where: \.isTrained) { interruptions.save(by: stop) }
  }

  func run() async throws -> ExitCode {
    try await progress.hearing {
      switch action {
      case .check: try await check()
      case .regenerate: try await regenerate()
      }
    }
  }

  private func check() async throws -> ExitCode {
    try keeper.requireReadable(fixtures)
    var problems = try await keeper.problems(fixtures, trains: isNamed)
    if !isNamed {
      problems += try keeper.strangers()
      problems += try DocumentFolder(DocumentFolder.committed).problems(Findings(nil))
    }
    for problem in problems { try StandardStream.output.write(line: "x \(problem)") }
    try StandardStream.output.write(
      line: "\(NumberText.plural(fixtures.count, "fixture")) checked, \(NumberText.plural(problems.count, "problem"))")
    return problems.isEmpty ? .success : .claimFailed
  }

  private func regenerate() async throws -> ExitCode {
    for fixture in fixtures {
      let changed = try await keeper.regenerate(fixture, reason: reason)
      try StandardStream.output.write(line: "\(changed ? "wrote" : "same ") \(fixture.name)")
    }
    try StandardStream.output.write(line: "Review what changed with: git diff fixtures")
    return .success
  }
}
