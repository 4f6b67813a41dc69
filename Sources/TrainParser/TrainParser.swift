import ArgumentParser
import Linguistics

@main struct TrainParser: ParsableCommand {}
