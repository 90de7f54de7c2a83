import Dispatch
import Synchronization

/// Threads that share work which comes in rounds of parts, one round after another. They stay together from round to
/// round, because to call one takes as long as a small step.
///
/// One of them leads: it begins rounds and does not go on before each is done. The others help as far as they come: where
/// the system lends no thread, the leader does all of it.
final class Crew: Sendable {
  private let part: @Sendable (_ worker: Int, _ part: Int) -> Void
  /// Parts are counted through all rounds. This is the first one of the round; those before `end` may be taken, those
  /// before `next` were, and so many as `done` says are done.
  private let first = Atomic(0)
  private let end = Atomic(0)
  private let next = Atomic(0)
  private let done = Atomic(0)
  private let isDismissed = Atomic(false)
  private let arrivals = Atomic(0)
  private let helpers = Gate()
  private let leader = Gate()

  private init(_ part: @escaping @Sendable (_ worker: Int, _ part: Int) -> Void) { self.part = part }

  /// Runs `lead` once, as worker 0 on one of so many threads, and `part` on all of them for the parts of the rounds that it
  /// begins. Returns when `lead` has.
  static func run(
    workers: Int, lead: @Sendable (Crew) -> Void, part: @escaping @Sendable (_ worker: Int, _ part: Int) -> Void
  ) {
    let crew = Crew(part)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      // Whoever comes first leads: nobody waits for a thread that never comes.
      let worker = crew.arrivals.wrappingAdd(1, ordering: .relaxed).oldValue
      if worker == 0 {
        lead(crew)
        crew.dismiss()
      } else {
        crew.help(as: worker)
      }
    }
  }

  /// By the leader: so many parts, with whoever helps.
  func round(_ partCount: Int) {
    let first = end.load(ordering: .sequentiallyConsistent)
    self.first.store(first, ordering: .sequentiallyConsistent)
    end.store(first + partCount, ordering: .sequentiallyConsistent)
    helpers.ring()
    takeParts(as: 0)
    leader.wait { done.load(ordering: .sequentiallyConsistent) == first + partCount }
  }

  private func help(as worker: Int) {
    while true {
      helpers.wait {
        isDismissed.load(ordering: .sequentiallyConsistent)
          || next.load(ordering: .sequentiallyConsistent) < end.load(ordering: .sequentiallyConsistent)
      }
      if isDismissed.load(ordering: .sequentiallyConsistent) { return }
      takeParts(as: worker)
    }
  }

  /// Whoever is free takes the next part, so that a core which others use too keeps nobody waiting.
  private func takeParts(as worker: Int) {
    while let number = taken() {
      // The round cannot end, and `first` cannot change, before this part is done.
      part(worker, number - first.load(ordering: .sequentiallyConsistent))
      done.add(1, ordering: .sequentiallyConsistent)
      leader.ring()
    }
  }

  private func taken() -> Int? {
    var number = next.load(ordering: .sequentiallyConsistent)
    while number < end.load(ordering: .sequentiallyConsistent) {
      let (exchanged, original) = next.compareExchange(
        expected: number, desired: number + 1, ordering: .sequentiallyConsistent)
      if exchanged { return number }
      number = original
    }
    return nil
  }

  private func dismiss() {
    isDismissed.store(true, ordering: .sequentiallyConsistent)
    helpers.ring()
  }
}
