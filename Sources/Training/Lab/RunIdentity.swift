import Seeds

/// What decides a run's numbers, hashed: a kept run is found by it, and one that would come out otherwise is not.
/// Claims are left out: another threshold needs no other training.
package struct RunIdentity: Sendable, Hashable {
  package let hexadecimal: String

  package init(_ plan: TrainingPlan, replicate: Int, sources: SourceRevision) {
    var fingerprint = Fingerprint()
    fingerprint.absorb("genbench run identity 1")
    fingerprint.absorb(sources.hexadecimal)
    fingerprint.absorb(sources.toolchain)
    fingerprint.absorb(String(describing: plan.model))
    fingerprint.absorb(String(describing: plan.firstWeights))
    fingerprint.absorb(String(describing: plan.stages))
    fingerprint.absorb(String(describing: plan.stages.map(\.examples.revision)))
    fingerprint.absorb(String(describing: plan.asked))
    fingerprint.absorb(String(describing: plan.asked.map(\.examples.revision)))
    fingerprint.absorb(
      String(describing: plan.stages.map { plan.watched(in: $0).map(\.examples.revision) }))
    fingerprint.absorb(replicate)
    hexadecimal = fingerprint.hexadecimal
  }
}
