import Data
import Learning
import Seeds

/// The examples of a source with chance in their answers: which depends on the place in the stream alone, so that an example of
/// a finite set is answered otherwise in each epoch.
struct NoisyLabels: ExampleSource {
  private let source: any ExampleSource
  private let noise: LabelNoise
  private let stream: Seed

  init(of source: any ExampleSource, _ noise: LabelNoise, stream: Seed) {
    (self.source, self.noise, self.stream) = (source, noise, stream)
  }

  var idsPerToken: Int { source.idsPerToken }
  var longest: Int { source.longest }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    let own = Relabelling(indices, of: source)
    for (sequence, index) in indices.enumerated() {
      var generator = stream.generator(at: index)
      switch noise {
      case .normal(let variance):
        precondition(own.isNumeric, "A class is no number that \(noise) could be added to.")
        let deviation = variance.squareRoot()
        let targets = own.targets(of: sequence).map {
          Float(Double($0) + deviation * Draw.normal(using: &generator))
        }
        own.append(sequence, targets: targets, to: &batch)
      case .replaced(let probability, let classes):
        precondition(!own.isNumeric, "A number is no class that \(noise) could replace.")
        let answers = own.classes(of: sequence).map { own in
          // Both are drawn whatever the first says: what comes after must not depend on it.
          let isReplaced = Draw.chance(probability.numerator, of: probability.denominator, using: &generator)
          let other = Draw.integer(in: 0...classes - 1, using: &generator)
          return isReplaced ? Int32(other) : own
        }
        own.append(sequence, classes: answers, to: &batch)
      }
    }
  }
}
