import Foundation
import Judging
import Reports
import Results
import Storage
import Synchronization
import Training

/// What one process trains and judges: the lab, the claims judged so far, and the table of them. A test run has one.
package actor Session {
  /// The session of this process's tests, set up by its environment. It says how far it is while they run, and its table
  /// after the last of them, whatever their order and however the process ends.
  package static let shared: Session = {
    let session = Session(environment: ProcessInfo.processInfo.environment)
    session.listener.tick { [session] in
      session.standingLine
    }
    LastWords.areSaidAtTheEnd()
    return session
  }()

  private nonisolated let environment: [String: String]
  private nonisolated let clock = Stopwatch()
  private nonisolated let listener = ProgressLog()
  private nonisolated let ledger = SessionLedger()
  private nonisolated let drafts = Mutex(ReportDrafts())
  private var opened: Opened?

  private struct Opened {
    let lab: Lab
    let profile: Profile
    let mode: RecordMode
    /// Where claims are judged, as many at once as cores may be used: it takes seconds, and must not hold one of the few
    /// threads that all asynchronous code shares.
    let judges: OperationQueue
  }

  private struct PicturesOf: Hashable {
    let experiment: Experiment
  }

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// Trains what the claim needs, if it is not trained yet, and judges it. Records its baseline first where
  /// `GENBENCH_RECORD` asks for that; a claim of the catalog that then has none fails.
  ///
  /// - Parameter place: the test that asks.
  package nonisolated func judge(
    _ declaration: @Sendable (Profile) -> Experiment, _ subject: String, at place: SourcePlace? = nil
  ) async throws -> JudgedClaim {
    let session = try await open()
    let (lab, profile) = (session.lab, session.profile)
    let experiment = declaration(profile)
    ledger.ask(experiment.id)
    let trained = try await lab.trained(experiment)
    let fixture = Fixture.baseline(experiment: experiment.id, profile)
    if Fixture.known.contains(fixture) { _ = try await FixtureKeeper(lab).record(fixture, session.mode, reason: nil) }
    let baseline = try Baseline.load(experiment.id, in: Baseline.folder(profile))
    var claim = await session.judges.run {
      trained.judge(
        experiment.claim(named: subject), baseline: baseline, isBaselineDue: Fixture.all.contains(fixture))
    }
    claim.place = place
    let pictures = await lab.once(PicturesOf(experiment: experiment)) {
      await session.judges.run { trained.pictures }
    }
    ledger.add(claim, try await pictures.value)
    return claim
  }

  /// What the experiment's instrument saw: beside the first of its claims that was judged, and beside those that fail.
  package nonisolated func pictures(beside claim: JudgedClaim) -> [DocumentPicture] {
    let account = ledger.standing
    let first = account.judged.first { $0.experiment.id == claim.experiment.id }
    guard !claim.isPassed || first?.claim == claim.claim else { return [] }
    return account.pictures[claim.experiment.id] ?? []
  }

  /// Why a claim is not judged here, and is reported as skipped: `GENBENCH_SHARD` leaves it to another machine, or the profile
  /// is too small for it. Nil where it is ours.
  package func reasonToSkip(
    _ declaration: @Sendable (Profile) -> Experiment, _ subject: String
  ) throws -> String? {
    let experiment = declaration(try Profile.fromEnvironment(environment))
    guard experiment.claims.contains(where: { $0.subject == subject }) else {
      let reason = "skipped: \(experiment.id) is too short at \(experiment.profile.rawValue) (\(subject))"
      ledger.skip(reason)
      return reason
    }
    guard let shard = try Shard.fromEnvironment(environment) else { return nil }
    guard let reason = shard.reasonToSkip(experiment.id) else { return nil }
    ledger.skip("\(reason) (\(subject))")
    return reason
  }

  private func open() throws -> Opened {
    if let opened { return opened }
    try publication.requireWritable()
    let settings = try LabSettings(environment: environment)
    let judges = OperationQueue()
    judges.maxConcurrentOperationCount = settings.threads
    let new = Opened(
      lab: Lab(settings, listener: listener), profile: try Profile.fromEnvironment(environment),
      mode: try RecordMode(environment: environment), judges: judges)
    opened = new
    return new
  }
}

extension Session {
  /// While nothing trains: a process that is silent is taken for one that hangs.
  nonisolated var standingLine: String {
    let judged = ledger.standing.judged.count
    let asked = judged + openCount
    guard asked > 0 else { return "tests run; no claim was asked for yet" }
    return "tests run; \(judged) of the \(NumberText.plural(asked, "claim")) asked for so far are judged"
  }

  /// How many claims are asked for and not judged yet.
  nonisolated var openCount: Int { ledger.standing.open.reduce(0) { $0 + $1.count } }

  /// Writes the files that the environment asks for, of every claim judged so far: a process that is killed leaves those.
  ///
  /// - Throws: `FileProblem` for anything that could not be written, or said until now: tests whose output is lost are not
  ///   green.
  package nonisolated func keep() throws {
    try listener.announcer.requireHeard()
    let publication = try publication
    guard publication.folder != nil else { return }
    // Held while it is written: the report that is written last knows most.
    try drafts.withLock { drafts in
      guard !ledger.isClosed else { return }
      try publication.write(report(ledger.standing, &drafts))
    }
  }

  /// Prints the table of every claim judged, once, and publishes what the environment asks for.
  ///
  /// - Parameter signal: what ends the process, if it does not end by itself.
  /// - Throws: as `keep()`.
  package nonisolated func close(after signal: Int32? = nil) throws {
    guard let account = ledger.close() else { return }
    let terminal = Terminal(environment)
    for line in account.skipped.sorted() { try terminal.write(line + "\n") }
    if account.judged.isEmpty, !account.skipped.isEmpty {
      try terminal.write("this shard has none of these \(account.skipped.count) claims: nothing was judged\n")
    }
    let isAsked = !account.asked.isEmpty || !account.skipped.isEmpty
    let problem = Result {
      let publication = try publication
      guard isAsked, publication.isAsked else { return }
      try drafts.withLock { try publication.publish(report(account, &$0), to: terminal) }
    }
    if !account.judged.isEmpty {
      try ThresholdReport(
        account.judged, seconds: clock.seconds, isTrained: listener.hasBegun,
        pointers: ["swift run genbench run --details", "--why", "genbench report"]
      ).write(to: terminal)
    }
    if signal != nil || !account.open.isEmpty { try terminal.write(unfinished(account, signal)) }
    try listener.announcer.requireHeard()
    try problem.get()
  }

  private nonisolated var publication: Publication {
    get throws { Publication(environment, storeFolder: try LabSettings(environment: environment).storeFolder) }
  }

  /// A shard that has nothing leaves files that say so: whoever merges can tell it from one that was lost.
  private nonisolated func report(
    _ account: SessionLedger.Account, _ drafts: inout ReportDrafts
  ) throws -> RunReport {
    RunReport(
      account.judged, profile: try Profile.fromEnvironment(environment), sources: .compiled, date: CalendarDay.today,
      pictures: account.pictures, seconds: clock.seconds, drafts: &drafts)
  }

  /// `stopped by signal 15 after 300 s, before all was judged: graphs/looped (14 claims), ...`
  private nonisolated func unfinished(_ account: SessionLedger.Account, _ signal: Int32?) -> String {
    let open = account.open.map { "\($0.experiment) (\(NumberText.plural($0.count, "claim")))" }
    let cause = signal.map { "stopped by signal \($0) after \(DurationText.seconds(clock.seconds))" } ?? "ended"
    let missing = open.isEmpty ? ", after all that was asked for" : "; not judged: \(open.joined(separator: ", "))"
    return "\(cause)\(missing)\n"
  }
}

extension OperationQueue {
  fileprivate func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      addOperation { continuation.resume(returning: work()) }
    }
  }
}
