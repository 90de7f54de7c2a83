import Seeds
import Training

/// What decides what is seen of a run, hashed: the run's own bits, what is watched, and the sources of the instruments and of
/// all below them.
struct ReadingIdentity {
  let hexadecimal: String

  init(_ watch: StageWatch, of run: Run, sources: SourceRevision = .instruments) {
    var fingerprint = Fingerprint()
    fingerprint.absorb("genbench reading identity 1")
    fingerprint.absorb(sources.hexadecimal)
    fingerprint.absorb(sources.toolchain)
    fingerprint.absorb(run.fingerprint)
    fingerprint.absorb(run.replicate)
    fingerprint.absorb(String(describing: watch))
    fingerprint.absorb(String(describing: watch.sets.map(\.examples.revision)))
    hexadecimal = fingerprint.hexadecimal
  }
}

extension SourceRevision {
  /// Of this module and of all below it that decide numbers.
  static let instruments = SourceRevision(
    hexadecimal: CompiledSources.hexadecimal, toolchain: SourceRevision.compiled.toolchain)
}
