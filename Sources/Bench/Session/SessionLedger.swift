import Judging
import Reports
import Synchronization

/// What a session has been asked, and what came of it: read from any thread, at any time.
final class SessionLedger: Sendable {
  struct Account: Sendable {
    /// By experiment, how many of its claims were asked for.
    var asked: [String: Int] = [:]
    var judged: [JudgedClaim] = []
    /// By experiment, what its instrument saw.
    var pictures: [String: [DocumentPicture]] = [:]
    /// A line for each claim that belongs to another shard, or is too short for the profile.
    var skipped: [String] = []
    fileprivate var isClosed = false

    /// The experiments that have claims which are asked for and not judged, with how many.
    var open: [(experiment: String, count: Int)] {
      asked.sorted { $0.key < $1.key }.map { id, count in (id, count - judged.count { $0.experiment.id == id }) }
        .filter { $0.1 > 0 }
    }
  }

  private let account = Mutex(Account())

  func ask(_ experiment: String) { account.withLock { $0.asked[experiment, default: 0] += 1 } }

  /// - Parameter pictures: what the experiment's instrument saw.
  func add(_ claim: JudgedClaim, _ pictures: [DocumentPicture]) {
    account.withLock { account in
      account.judged.append(claim)
      account.pictures[claim.experiment.id] = pictures
    }
  }

  func skip(_ line: String) { account.withLock { $0.skipped.append(line) } }

  var standing: Account { account.withLock { $0 } }
  var isClosed: Bool { account.withLock { $0.isClosed } }

  /// What there is to report; nil from the second time on.
  func close() -> Account? {
    account.withLock { account in
      defer { account.isClosed = true }
      return account.isClosed ? nil : account
    }
  }
}
