import Seeds

/// What decides a run's numbers, hashed: a kept run is found by it, and one that would come out otherwise is not.
/// Claims are left out: another threshold needs no other training.
package struct RunIdentity: Sendable, Hashable {
  package let hexadecimal: String

  package init(_ experiment: Experiment, replicate: Int, sources: SourceRevision) {
    var fingerprint = Fingerprint()
    fingerprint.absorb("genbench run identity 1")
    fingerprint.absorb(sources.hexadecimal)
    fingerprint.absorb(sources.toolchain)
    fingerprint.absorb(String(describing: experiment.model))
    fingerprint.absorb(String(describing: experiment.firstWeights))
    fingerprint.absorb(String(describing: experiment.stages))
    fingerprint.absorb(String(describing: experiment.stages.map(\.examples.revision)))
    fingerprint.absorb(String(describing: experiment.questions))
    fingerprint.absorb(String(describing: experiment.questions.map(\.examples.revision)))
    fingerprint.absorb(
      String(describing: experiment.stages.map { experiment.questions(watchedIn: $0).map(\.examples.revision) }))
    fingerprint.absorb(replicate)
    hexadecimal = fingerprint.hexadecimal
  }
}
