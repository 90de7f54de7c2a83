import Data
import Instruments
import Judging
import Training

/// Reads the frontier of mazes that are told otherwise.
struct RetoldInstrument: Instrument {
  let mazes: GenerativeMazes

  var watches: [StageWatch] { [] }

  func readings(_ seen: Sighting) -> [Reading] {
    let looks = GenerativeLooks(seen, GenerativeExamples(mazes))
    return GenerativeFrontier(looks, entropy: mazes.entropy).readings
      + looks.sizes.flatMap { looks in
        let last = looks[looks.count - 1]
        return [Reading("reducible: width \(last.width)", last.reducible)]
          + zip(mazes.parts, last.parts).map { Reading("\($0.name): width \(last.width)", $1) }
      }
  }
}
