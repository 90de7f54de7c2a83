import Foundation
import Seeds

/// Makes fixtures anew, and compares them with those that are kept.
package struct FixtureKeeper: Sendable {
  private let lab: Lab
  private let folder: String
  /// The day that a baseline says it was accepted.
  private let date: String

  package init(_ lab: Lab, folder: String = PackageFolder.fixtures, date: String) {
    self.lab = lab
    self.folder = folder
    self.date = date
  }

  private func path(_ fixture: Fixture) -> String { "\(folder)/\(fixture.name).json" }

  /// Every way in which the kept fixtures are not what they should be; none when all is well. Of baselines only that they
  /// can be read and are about the claims there are: nothing is trained for them.
  package func problems(_ fixtures: [Fixture]) async throws -> [FixtureProblem] {
    var problems: [FixtureProblem] = []
    for fixture in fixtures {
      guard let kept = try AtomicFile.read(path(fixture)) else {
        problems.append(problem(fixture, "is missing"))
        continue
      }
      do {
        if try await !matches(fixture, kept) { problems.append(problem(fixture, "is not what comes out now")) }
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

  /// Files below the folder that nothing owns, and owned folders that are gone.
  package func strangers() throws -> [FixtureProblem] {
    let known = Set(Fixture.known.map(path))
    let foreign = Fixture.foreignFolders
    var problems = try AtomicFile.files(under: folder).filter { file in
      !known.contains(file) && !foreign.contains { file.hasPrefix("\(folder)/\($0.name)/") }
    }.map { FixtureProblem(file: $0, field: "", what: "belongs to nothing", mend: "git rm '\($0)'") }
    for (name, maker) in foreign where try AtomicFile.files(under: "\(folder)/\(name)").isEmpty {
      problems.append(FixtureProblem(file: "\(folder)/\(name)", field: "", what: "is missing", mend: maker))
    }
    return problems
  }

  /// Writes a fixture anew; returns whether anything changed. A baseline that gets worse needs a reason.
  package func regenerate(_ fixture: Fixture, reason: String?) async throws -> Bool {
    let path = path(fixture)
    let kept = try AtomicFile.read(path)
    let text: String
    switch fixture {
    case .graphSplits: text = GraphSplitsFixture.render()
    case .goldenRuns: text = try await GoldenRunsFixture.render(lab)
    case .baseline(let id, let profile):
      guard let baseline = try await newBaseline(id, profile, reason) else { return false }
      text = baseline.json.text
    }
    guard kept != Array(text.utf8) else { return false }
    try AtomicFile.makeFolder(AtomicFile.split(path).folder)
    try AtomicFile.write(Array(text.utf8), to: path)
    return true
  }

  private func matches(_ fixture: Fixture, _ kept: [UInt8]) async throws -> Bool {
    switch fixture {
    case .graphSplits: return kept == Array(GraphSplitsFixture.render().utf8)
    case .goldenRuns: return kept == Array(try await GoldenRunsFixture.render(lab).utf8)
    case .baseline(let id, let profile):
      // Other bits are no failure here: whether the scores got worse, the claims themselves judge. What must hold is that
      // the file can be read, and is about the claims there are.
      let accepted = try Baseline.require(id, in: "\(folder)/baselines/\(profile.rawValue)")
      let experiment = try Experiment.named(id, profile)
      return Set(accepted.claims.map(\.subject)) == Set(experiment.claims.map(\.subject))
    }
  }

  /// The baseline of the runs as they come out now; nil where the kept one has the same scores and bits.
  private func newBaseline(_ id: String, _ profile: Profile, _ reason: String?) async throws -> Baseline? {
    let folder = "\(folder)/baselines/\(profile.rawValue)"
    let experiment = try Experiment.named(id, profile)
    let kept = try readable(id, in: folder, reason)
    let runs = try await lab.runs(of: experiment)
    guard runs.count == experiment.replicates else {
      throw FixtureProblem(
        file: Baseline.path(of: id, in: folder), field: "runs",
        what: "only \(runs.count) of the \(experiment.replicates) declared replicates finished",
        mend: "look at why the others did not, then: \(Baseline.mend(id, in: folder))")
    }
    let sources = try await lab.sourceRevision()
    let new = experiment.baseline(
      of: runs, try await lab.exposures(of: experiment, runs), sources: sources, date: date,
      reason: reason ?? kept?.reason ?? "First recording.")
    guard let kept else { return new }
    if kept.claims == new.claims, kept.runs == new.runs, kept.datasets == new.datasets { return nil }
    if reason == nil, let worse = experiment.firstWorseClaim(in: new, than: kept) {
      throw FixtureProblem(
        file: Baseline.path(of: id, in: folder), field: "claims[\"\(worse)\"]",
        what: "gets worse, and a baseline is not loosened without a reason",
        mend: "\(Baseline.mend(id, in: folder)) --reason 'why this is accepted'")
    }
    return new
  }

  /// The kept baseline. One that cannot be read may have been better than the new one, so it is replaced for a reason only.
  private func readable(_ id: String, in folder: String, _ reason: String?) throws -> Baseline? {
    do {
      return try Baseline.load(id, in: folder)
    } catch let problem as FixtureProblem {
      guard reason == nil else { return nil }
      throw FixtureProblem(
        file: problem.file, field: problem.field, what: problem.what,
        mend: "git checkout '\(problem.file)', or \(Baseline.mend(id, in: folder)) --reason 'why'")
    }
  }

  private func problem(_ fixture: Fixture, _ what: String) -> FixtureProblem {
    FixtureProblem(file: path(fixture), field: "", what: what, mend: fixture.mend)
  }
}
