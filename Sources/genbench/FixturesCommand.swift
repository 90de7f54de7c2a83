import Data
import Bench
import Foundation

/// `genbench fixtures`
struct FixturesCommand {
  private enum Action: String, CaseIterable {
    case check, regenerate
  }

  private let action: Action
  private let fixtures: [Fixture]
  /// Only when all are meant.
  private let looksForStrangers: Bool
  private let reason: String?
  private let keeper: FixtureKeeper

  init(_ arguments: Arguments, _ environment: [String: String]) throws {
    let actions = Action.allCases.map(\.rawValue)
    guard let word = arguments.values.first else {
      throw UsageProblem("What about the fixtures? One of: \(actions.joined(separator: ", ")).")
    }
    guard let action = Action(rawValue: word) else {
      throw UnknownName(kind: "action", asked: word, known: actions)
    }
    try arguments.expectNoMoreValues(than: 2)
    if action == .regenerate, !(environment["CI"] ?? "").isEmpty {
      throw UsageProblem("Fixtures are never rewritten on continuous integration (CI is set): check them there.")
    }
    self.action = action
    let named = try arguments.values.dropFirst().first.map { [try Fixture.named($0)] }
    fixtures = named ?? Fixture.all
    looksForStrangers = named == nil
    reason = arguments["reason"]
    let lab = Lab(try LabSettings(environment: environment), listener: ProgressPrinter(Terminal(environment)))
    keeper = FixtureKeeper(lab, date: CalendarDay.today)
  }

  func run() async throws -> ExitCode {
    switch action {
    case .check: try await check()
    case .regenerate: try await regenerate()
    }
  }

  private func check() async throws -> ExitCode {
    try keeper.requireReadable(fixtures)
    var problems = try await keeper.problems(fixtures)
    if looksForStrangers { problems += try keeper.strangers() }
    for problem in problems { print("x \(problem)") }
    print("\(fixtures.count) fixtures checked, \(problems.count) problems")
    return problems.isEmpty ? .success : .claimFailed
  }

  private func regenerate() async throws -> ExitCode {
    for fixture in fixtures {
      let changed = try await keeper.regenerate(fixture, reason: reason)
      print("\(changed ? "wrote" : "same ") \(fixture.name)")
    }
    print("Review what changed with: git diff fixtures")
    return .success
  }
}
