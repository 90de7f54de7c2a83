import Data
import Learning
import Seeds

/// Whole sequences of a known distribution, to be written by a network that foretells each token from those before it.
package struct GenerativeExamples<Sequences: SequenceDistribution>: TaskExamples {
  package let sequences: Sequences

  package init(_ sequences: Sequences) { self.sequences = sequences }

  package static var family: String { "generative" }
  package var name: String { "\(Self.family)/\(sequences.localName)" }
  package var seedLabel: String { name }
  package var revision: Int { sequences.revision }

  func sequence(at index: Int, stream: Seed) -> KnownSequence {
    var generator = stream.generator(at: index)
    return sequences.draw(using: &generator)
  }

  package func sequences(_ indices: Range<Int>, seed: Seed) -> [KnownSequence] {
    let stream = stream(of: seed)
    return indices.map { sequence(at: $0, stream: stream) }
  }

  func stream(of seed: Seed) -> Seed { seed.child(Self.family).child(sequences.localName).child(revision) }

  package func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource {
    precondition(most == nil, "The tokens of \(name) are names, and none is larger.")
    return GenerativeSource(examples: self, stream: stream(of: seed))
  }

  package func fingerprint(seed: Seed, count: Int) -> String {
    var fingerprint = Fingerprint()
    fingerprint.absorb(name)
    fingerprint.absorb(revision)
    fingerprint.absorb(count)
    for sequence in sequences(0..<count, seed: seed) {
      for number in sequence.tokens + sequence.partEnds { fingerprint.absorb(number) }
    }
    return fingerprint.hexadecimal
  }

  package func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    sequences(indices, seed: seed).map { ExampleKey($0) }
  }

  package func answers(of model: Architecture, _ values: ModelValues, count: Int, seed: Seed) -> [Float] {
    GenerativeAnswers(of: model, values, to: self, count: count, seed: seed).numbers
  }
}

extension Examples {
  package static func generative(_ sequences: some SequenceDistribution) -> Examples {
    Examples(GenerativeExamples(sequences))
  }
}
