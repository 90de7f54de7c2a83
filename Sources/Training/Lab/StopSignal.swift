import Synchronization

/// Asks the runs of a lab to save and stop at the next step boundary.
package final class StopSignal: Sendable {
  private let raised = Atomic(false)

  package init() {}
  package func raise() { raised.store(true, ordering: .relaxed) }
  package var isRaised: Bool { raised.load(ordering: .relaxed) }
}

/// A run was asked to stop, and did; the same command goes on where it was.
package struct Stopped: Error, Hashable, CustomStringConvertible {
  package let experiment: String
  package let replicate: Int
  package let step: Int

  package init(experiment: String, replicate: Int, step: Int) {
    (self.experiment, self.replicate, self.step) = (experiment, replicate, step)
  }

  package var description: String {
    "Stopped \(experiment), replicate \(replicate), at step \(step). It is saved: the same command goes on from there."
  }
}
