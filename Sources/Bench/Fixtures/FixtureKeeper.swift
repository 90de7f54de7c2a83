import Foundation
import Judging
import Seeds
import Storage
import Training

/// Makes fixtures anew, compares them with those that are kept, and writes those that a mode of recording allows: the one
/// way to all three kinds of our own, for the command line and for tests.
package struct FixtureKeeper: Sendable {
  private let lab: Lab
  let folder: String
  /// The day that a baseline says it was accepted.
  private let date: String

  package init(_ lab: Lab, folder: String = PackageFolder.fixtures, date: String = CalendarDay.today) {
    self.lab = lab
    self.folder = folder
    self.date = date
  }

  private func path(_ fixture: Fixture) -> String { "\(folder)/\(fixture.name).json" }

  // MARK: Comparing

  /// Every way in which the kept fixtures are not what they should be; none when all is well.
  ///
  /// - Parameter trains: whether baselines are compared with what comes out now, training what is not kept. Otherwise only
  ///   that they can be read and are about the claims there are.
  package func problems(_ fixtures: [Fixture], trains: Bool = false) async throws -> [FixtureProblem] {
    var problems: [FixtureProblem] = []
    for fixture in fixtures {
      do {
        if let problem = try await problem(fixture, trains) { problems.append(problem) }
      } catch let unreadable as FixtureProblem {
        problems.append(unreadable)
      }
    }
    return problems
  }

  /// - Throws: `FixtureProblem` for the first of the fixtures that is there and is no JSON document: cut, or altered.
  package func requireReadable(_ fixtures: [Fixture]) throws {
    for fixture in fixtures {
      guard let kept = try AtomicFile.read(path(fixture)) else { continue }
      _ = try FixtureReader(kept, file: path(fixture), mend: fixture.mend)
    }
  }

  private func problem(_ fixture: Fixture, _ trains: Bool) async throws -> FixtureProblem? {
    let path = path(fixture)
    guard let bytes = try AtomicFile.read(path) else {
      return FixtureProblem(file: path, field: "", what: "is missing", mend: fixture.mend)
    }
    let kept = try FixtureReader(bytes, file: path, mend: fixture.mend)
    guard let changes = try await changes(fixture, kept, bytes, trains) else { return nil }
    let what = changes.isEmpty ? "is not laid out as it would be written" : "is not what comes out now"
    return FixtureProblem(file: path, field: "", what: what, mend: fixture.mend, changes: changes)
  }

  /// What regenerating would change; nil where it would write nothing.
  private func changes(
    _ fixture: Fixture, _ kept: FixtureReader, _ bytes: [UInt8], _ trains: Bool
  ) async throws -> [FieldChange]? {
    guard case .baseline(let id, let profile) = fixture else {
      let text = try await madeAnew(fixture)
      guard Array(text.utf8) != bytes else { return nil }
      return kept.value.changes(to: try JSONValue(parsing: Array(text.utf8)))
    }
    let accepted = try Baseline(kept)
    let experiment = try Experiment.named(id, profile)
    guard trains else {
      let changes = accepted.changes(toClaims: experiment.claims.map(\.subject))
      return changes.isEmpty ? nil : changes
    }
    let changes = accepted.changes(to: try await newBaseline(experiment, reason: accepted.reason))
    return changes.isEmpty ? nil : changes
  }

  private func madeAnew(_ fixture: Fixture) async throws -> String {
    switch fixture {
    case .splits(let family): family.render()
    case .goldenRuns: try await GoldenRunsFixture.render(lab)
    case .baseline(let id, let profile):
      try await newBaseline(Experiment.named(id, profile), reason: Baseline.firstReason).json.text
    }
  }

  // MARK: Writing

  /// Writes a fixture anew; returns whether anything changed. A baseline that is loosened needs a reason.
  package func regenerate(_ fixture: Fixture, reason: String?) async throws -> Bool {
    try await record(fixture, .all, reason: reason)
  }

  /// Writes what comes out now, where the mode allows it and something changed; returns whether it wrote.
  package func record(_ fixture: Fixture, _ mode: RecordMode, reason: String?) async throws -> Bool {
    if mode == .never { return false }
    let path = path(fixture)
    let kept = try AtomicFile.read(path)
    // Nothing is made anew, and nothing trained, that would not be written.
    guard mode.records(exists: kept != nil, matches: false) else { return false }
    let text: String
    if case .baseline(let id, let profile) = fixture {
      guard let baseline = try await acceptable(try Experiment.named(id, profile), fixture, reason) else {
        return false
      }
      text = baseline.json.text
    } else {
      text = try await madeAnew(fixture)
    }
    guard kept != Array(text.utf8) else { return false }
    try AtomicFile.makeFolder(AtomicFile.split(path).folder)
    try AtomicFile.write(Array(text.utf8), to: path)
    return true
  }

  /// The baseline to write in place of the kept one; nil where that has the same scores and bits.
  private func acceptable(_ experiment: Experiment, _ fixture: Fixture, _ reason: String?) async throws -> Baseline? {
    let kept = try readable(experiment, reason)
    let new = try await newBaseline(experiment, reason: reason ?? kept?.reason ?? Baseline.firstReason)
    guard let kept else { return new }
    if kept.changes(to: new).isEmpty { return nil }
    if reason == nil, let loosening = experiment.loosening(from: kept, to: new) {
      throw FixtureProblem(
        file: path(fixture), field: loosening.field,
        what: "\(loosening.what), and a baseline is not loosened without a reason",
        mend: "\(fixture.mend) --reason 'why this is accepted'")
    }
    return new
  }

  /// The baseline of the runs as they come out now.
  private func newBaseline(_ experiment: Experiment, reason: String) async throws -> Baseline {
    let trained = try await lab.trained(experiment)
    let runs = trained.runs
    let fixture = Fixture.baseline(experiment: experiment.id, experiment.profile)
    guard runs.count == experiment.replicates else {
      throw FixtureProblem(
        file: path(fixture), field: "runs",
        what: "only \(runs.count) of the \(experiment.replicates) declared replicates finished",
        mend: "look at why the others did not, then: \(fixture.mend)")
    }
    return trained.baseline(sources: .compiled, date: date, reason: reason)
  }

  /// The kept baseline. One that cannot be read may have been better than the new one, so it is replaced for a reason only.
  private func readable(_ experiment: Experiment, _ reason: String?) throws -> Baseline? {
    let folder = "\(folder)/baselines/\(experiment.profile.rawValue)"
    do {
      return try Baseline.load(experiment.id, in: folder)
    } catch let problem as FixtureProblem {
      guard reason == nil else { return nil }
      throw FixtureProblem(
        file: problem.file, field: problem.field, what: problem.what,
        mend: "git checkout '\(problem.file)', or \(Baseline.mend(experiment.id, in: folder)) --reason 'why'")
    }
  }
}
